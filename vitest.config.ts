import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // State classes in `.svelte.ts` files use runes, which Svelte has to compile.
  plugins: [svelte({ configFile: false })],
  // Tests render nothing in a browser, but test the state that runs there.
  resolve: { conditions: ['browser'] },
  test: {
    include: ['**/*.test.ts'],
    exclude: ['node_modules/**', 'dist/**', 'dist-under-path/**', 'e2e/**'],
    environment: 'node',
    // By itself Vitest leaves a core idle; of two that is half.
    maxWorkers: '100%',
    // Loading the engine anew for each of two hundred small files took longer than most of their tests.
    // So no test may leave anything behind in a module.
    isolate: false,
    // A theory test simulates millions of requests; a hang is still found.
    testTimeout: 120_000,
  },
});
