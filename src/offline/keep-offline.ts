import { offerNewVersion } from './offer-new-version.ts';

/**
 * Lets the browser keep the course for reading without a network, when the page is done with everything else.
 * Never while the course is being written (`npm run dev`), nor for readers who want to save data.
 */
export function keepOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator) || savesData()) return;
  const whenIdle = () => {
    if ('requestIdleCallback' in window) requestIdleCallback(() => void register());
    else setTimeout(() => void register(), 2000);
  };
  if (document.readyState === 'complete') whenIdle();
  else window.addEventListener('load', whenIdle, { once: true });
}

async function register(): Promise<void> {
  const scope = import.meta.env.BASE_URL.replace(/\/?$/, '/');
  const container = navigator.serviceWorker;
  let wasControlled = container.controller !== null;
  try {
    const registration = await container.register(`${scope}sw.js`, { scope });
    const offerWaiting = () => {
      const { waiting } = registration;
      if (waiting && container.controller) offerNewVersion(() => waiting.postMessage('take-over'));
    };
    offerWaiting();
    registration.addEventListener('updatefound', () => {
      registration.installing?.addEventListener('statechange', offerWaiting);
    });
    container.addEventListener('controllerchange', () => {
      // The first time, it is no new version that takes over.
      if (wasControlled) offerNewVersion(null);
      wasControlled = true;
    });
  } catch {
    // Forbidden by the browser, the host or the reader: the course needs a network then, and nothing else.
  }
}

function savesData(): boolean {
  const { connection } = navigator as Navigator & { connection?: { readonly saveData?: boolean } };
  return connection?.saveData === true;
}
