import type { Day } from '../calendar.ts';
import type { Asset } from '../contract/handoff.ts';
import { assetProgress } from './document-assets.ts';

/** The day an access carries into its next state: what is settled is so from today, a planned day stays until then. */
export function dayInState(asset: Pick<Asset, 'state' | 'stateOn'>, state: string, today: Day): Day | null {
  if (state === asset.state) return asset.stateOn;
  if (assetProgress(state) === 'settled') return today;
  return assetProgress(asset.state) === 'settled' ? null : asset.stateOn;
}
