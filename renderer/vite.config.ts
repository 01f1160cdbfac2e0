import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  // Electron opens the page from a file, the browser shell from a loopback address.
  base: './',
  plugins: [react()],
  build: {
    outDir: fileURLToPath(new URL('../dist/renderer', import.meta.url)),
    emptyOutDir: true,
    // The kiosk's browser comes with the kiosk.
    target: 'chrome140',
    modulePreload: { polyfill: false },
    // The safe page shares nothing with the kiosk's page but the bridge.
    rolldownOptions: { input: ['index', 'safe'].map((page) => fileURLToPath(new URL(`${page}.html`, import.meta.url))) },
    // One page that stays open for days: splitting it would only add requests.
    chunkSizeWarningLimit: 1000,
  },
});
