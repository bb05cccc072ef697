/** Texts of a font by the numbers that OpenType gives them, such as 0 for the copyright, 1 for the family. */
export type FontNames = ReadonlyMap<number, string>;

/** Where a table of a font is, in bytes. */
interface TableEntry {
  /** Of the line about it at the head of the font. */
  readonly at: number;
  readonly offset: number;
  readonly length: number;
}

const headerBytes = 12;
const entryBytes = 16;
/** Platform, encoding and language of a text: Windows, Unicode, English. */
const english = [3, 1, 0x409] as const;

/** The texts in English of a TrueType font. Throws where it has none. */
export function namesOf(font: Buffer): Map<number, string> {
  const { offset } = nameTable(font);
  const texts = offset + font.readUInt16BE(offset + 4);
  const names = new Map<number, string>();
  for (let index = 0; index < font.readUInt16BE(offset + 2); index++) {
    const record = offset + 6 + index * 12;
    const isEnglish = english.every((value, field) => font.readUInt16BE(record + field * 2) === value);
    if (!isEnglish) continue;
    const start = texts + font.readUInt16BE(record + 10);
    const text = Buffer.from(font.subarray(start, start + font.readUInt16BE(record + 8)));
    names.set(font.readUInt16BE(record + 6), text.swap16().toString('utf16le'));
  }
  return names;
}

/**
 * The same font with these texts and no others. Sums over its bytes are left as they were: whatever
 * compresses a font to WOFF2 counts them anew.
 */
export function withNames(font: Buffer, names: FontNames): Buffer {
  const table = encoded(names);
  const start = Math.ceil(font.length / 4) * 4;
  const renamed = Buffer.concat([font, Buffer.alloc(start - font.length), table]);
  const { at } = nameTable(font);
  renamed.writeUInt32BE(start, at + 8);
  renamed.writeUInt32BE(table.length, at + 12);
  return renamed;
}

function nameTable(font: Buffer): TableEntry {
  for (let index = 0; index < font.readUInt16BE(4); index++) {
    const at = headerBytes + index * entryBytes;
    if (font.toString('latin1', at, at + 4) !== 'name') continue;
    return { at, offset: font.readUInt32BE(at + 8), length: font.readUInt32BE(at + 12) };
  }
  throw new Error('the font has no table of names');
}

function encoded(names: FontNames): Buffer {
  const sorted = [...names].sort(([a], [b]) => a - b);
  const texts = sorted.map(([, text]) => Buffer.from(text, 'utf16le').swap16());
  const head = [0, sorted.length, 6 + sorted.length * 12];
  let offset = 0;
  sorted.forEach(([id], index) => {
    const { length } = texts[index]!;
    head.push(...english, id, length, offset);
    offset += length;
  });
  const header = Buffer.alloc(head.length * 2);
  head.forEach((value, index) => header.writeUInt16BE(value, index * 2));
  return Buffer.concat([header, ...texts]);
}
