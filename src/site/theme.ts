const storageKey = 'headroom.theme';

type Theme = 'light' | 'dark';

/**
 * Lets the theme buttons of the page switch between light and dark, and follows
 * the system until a reader has chosen. The choice is kept in the browser.
 */
export function followTheme(): void {
  const buttons = document.querySelectorAll<HTMLButtonElement>('[data-theme-toggle]');
  const systemIsDark = matchMedia('(prefers-color-scheme: dark)');
  const colorsAreForced = matchMedia('(forced-colors: active)');

  const show = (theme: Theme): void => {
    document.documentElement.dataset.theme = theme;
    for (const button of buttons) button.setAttribute('aria-pressed', String(theme === 'dark'));
  };

  show(shownTheme());
  for (const button of buttons) {
    button.addEventListener('click', () => {
      const theme = shownTheme() === 'dark' ? 'light' : 'dark';
      show(theme);
      keep(theme);
    });
  }
  // Colors that a reader's system forces on the page go with its own theme alone.
  const follow = (): void => {
    const kept = colorsAreForced.matches ? null : keptTheme();
    show(kept === 'dark' || kept === 'light' ? kept : systemIsDark.matches ? 'dark' : 'light');
  };
  systemIsDark.addEventListener('change', follow);
  colorsAreForced.addEventListener('change', follow);
}

function shownTheme(): Theme {
  return document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light';
}

function keptTheme(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

function keep(theme: Theme): void {
  try {
    localStorage.setItem(storageKey, theme);
  } catch {
    // Storage may be forbidden; the choice then lasts as long as the page.
  }
}
