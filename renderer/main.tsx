import './ui/fonts.css';
import './ui/tokens.css';
import './ui/stage-colours.css';
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { useSession } from './ui/session.ts';
import { speak } from './ui/words.ts';

speak(useSession.getState().language);

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root element');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
