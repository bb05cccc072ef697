import ts from 'typescript';
import { expect, test } from 'vitest';
import { bannedInSimCore, insteadOf } from './banned-in-sim-core.ts';
import { isTest, sourceFiles, type SourceFile } from './source-tree.ts';

test('the simulation calls nothing whose result differs by engine, clock or luck', () => {
  const files = sourceFiles().filter(
    (file) =>
      /^sim-core\/.*\.ts$/.test(file.path) &&
      !isTest(file) &&
      file.path !== 'sim-core/random/portable-math.ts',
  );
  expect(files.flatMap(bannedCalls)).toEqual([]);
});

test('a banned call is found wherever it stands', () => {
  const text =
    'const { a } = b;\nreturn Math.sqrt(2 ** 32) + [1].map(Math.log)[0] + a ** 0.5 + Math["exp"](1);';
  expect(bannedCalls({ path: 'x.ts', text }).map((found) => found.split(':')[1])).toEqual([
    '2 Math.log',
    '2 **',
    '2 Math.exp',
  ]);
});

function bannedCalls(file: SourceFile): string[] {
  const source = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const report = (node: ts.Node, what: string, instead: string) => {
    const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    found.push(`${file.path}:${line} ${what}: ${instead}`);
  };
  const visit = (node: ts.Node): void => {
    const [object, property] = memberOf(node);
    if (bannedInSimCore[object]?.includes(property) === true) {
      report(node, `${object}.${property}`, insteadOf(object, property));
    }
    if (ts.isBinaryExpression(node) && isInexactPower(node)) report(node, '**', insteadOf('Math', 'pow'));
    if (ts.isNewExpression(node) && node.expression.getText() === 'Date') {
      report(node, 'new Date', insteadOf('Date', 'now'));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** `Math.log`, `Math['log']` → ['Math', 'log']. */
function memberOf(node: ts.Node): [string, string] {
  if (ts.isPropertyAccessExpression(node)) return [node.expression.getText(), node.name.text];
  if (ts.isElementAccessExpression(node) && ts.isStringLiteral(node.argumentExpression)) {
    return [node.expression.getText(), node.argumentExpression.text];
  }
  return ['', ''];
}

/** A power of two literals is folded when the code is read, so `2 ** 32` is exact. */
function isInexactPower(node: ts.BinaryExpression): boolean {
  const { AsteriskAsteriskToken, AsteriskAsteriskEqualsToken } = ts.SyntaxKind;
  if (node.operatorToken.kind === AsteriskAsteriskEqualsToken) return true;
  return (
    node.operatorToken.kind === AsteriskAsteriskToken &&
    !(ts.isNumericLiteral(node.left) && ts.isNumericLiteral(node.right))
  );
}
