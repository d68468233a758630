import { contract } from '../../shared/contract/contract.ts';
import { attackBackend } from './ground.ts';
export async function secIpc(): Promise<number> {
  const count = Number(process.env['PAYLOADS'] ?? 200);
  const from = performance.now();
  const { bad, ...found } = await attackBackend({ count, said: console.error });
  console.log(JSON.stringify({ calls: Object.keys(contract).length, ...found, bad: bad.length, ms: Math.round(performance.now() - from) }));
  return 0;
}
