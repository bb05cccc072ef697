import { createCssVariablesTheme, createHighlighterCore } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import json from 'shiki/langs/json.mjs';
import typescript from 'shiki/langs/typescript.mjs';

/** A piece of a line of code, and the color token that it is set in. */
export interface CodePiece {
  readonly text: string;
  readonly color: string | undefined;
}

const theme = 'css-variables';

/** The same theme as that of code in a lesson: colors are named in the styles. */
const highlighter = createHighlighterCore({
  themes: [createCssVariablesTheme({ name: theme, variablePrefix: '--astro-code-' })],
  langs: [json, typescript],
  engine: createJavaScriptRegexEngine(),
});

/** Lines of code in pieces; the end of a line is a piece of it. */
export async function highlight(code: string, language: 'json' | 'typescript'): Promise<CodePiece[][]> {
  const { tokens } = (await highlighter).codeToTokens(code, { lang: language, theme });
  return tokens.map((line, index) => {
    const pieces = line.map(({ content, color }): CodePiece => ({ text: content, color }));
    return index < tokens.length - 1 ? [...pieces, { text: '\n', color: undefined }] : pieces;
  });
}
