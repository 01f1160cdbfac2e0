import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { centreClient } from './api/centre-client.ts';
import { App } from './app.tsx';
import './style/dashboard.css';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App client={centreClient((input, init) => fetch(input, init))} />
  </StrictMode>,
);
