/** Where the name on the sheet lies in the browser; it goes nowhere else, nor into a file of progress. */
const nameKey = 'headroom.name';

const maximumLength = 80;

/** The name that the reader typed before; empty if none, or where storage is forbidden. */
export function keptName(): string {
  try {
    return (localStorage.getItem(nameKey) ?? '').slice(0, maximumLength);
  } catch {
    return '';
  }
}

/** Keeps the name, or forgets an empty one. Where storage is full or forbidden it lasts as long as the page. */
export function keepName(name: string): void {
  try {
    if (name === '') localStorage.removeItem(nameKey);
    else localStorage.setItem(nameKey, name);
  } catch {
    // It stands on the sheet all the same.
  }
}
