import './ui/fonts.css';
import './ui/tokens.css';
import './ui/stage-colours.css';
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { refuseDroppedFiles } from './ui/dropped-files.ts';
import { useSession } from './ui/session.ts';
import { beginTextSize } from './ui/text-size.ts';
import { speak } from './ui/words.ts';

speak(useSession.getState().language);
beginTextSize();
refuseDroppedFiles();

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root element');
// React listens for everything. A card in the hand is told of every move by this event, nobody here asks for it, and being
// told costs more than the move.
const listen = root.addEventListener.bind(root);
root.addEventListener = (type: string, ...how: [EventListenerOrEventListenerObject, AddEventListenerOptions?]) => {
  if (type !== 'drag') listen(type, ...how);
};
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
