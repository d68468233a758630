import { useAnnouncements } from './announce.ts';

/** Always mounted: a region that appears together with its words is not read. */
export function Announcer() {
  const { polite, assertive } = useAnnouncements();
  return (
    // React Aria hides everything behind a dialog but what carries this mark.
    <div className="visually-hidden" data-react-aria-top-layer="true">
      <div role="status" aria-live="polite" aria-atomic="true">
        {polite}
      </div>
      <div role="alert" aria-live="assertive" aria-atomic="true">
        {assertive}
      </div>
    </div>
  );
}
