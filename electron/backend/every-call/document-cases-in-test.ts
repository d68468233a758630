import path from 'node:path';
import { audiences, successorModes } from '../../../shared/contract/handoff.ts';
import type { CallName } from '../../../shared/contract/contract.ts';
import { living } from './records-in-test.ts';
import { runningId, withoutHandoff } from './running-in-test.ts';
import type { CasesOf, Scene } from './scene-in-test.ts';

type Documents = Extract<
  CallName,
  `handoff.${'export' | 'reveal'}${string}` | `handoff.${'findSecrets' | 'clearSecret' | 'checkBrief' | 'issueChanges'}`
>;

/** Answers the dialog to come. */
function saveAs(scene: Scene, name: string): void {
  scene.answer(path.join(scene.folder, name));
}

const drill = (scene: Scene) => ({
  clientId: scene.one('client', `${living} and ${withoutHandoff}`),
  successor: scene.any(...successorModes),
});

/** Whatever leaves the program. */
export const documentCases: Pick<CasesOf<'handoff'>, Documents> = {
  'handoff.exportDrill': (scene) => {
    const request = { ...drill(scene), language: scene.any('en', 'ru') };
    saveAs(scene, 'drill.pdf');
    return request;
  },
  'handoff.revealDrill': (scene) => ({ clientId: drill(scene).clientId }),
  'handoff.findSecrets': (scene) => ({ handoffId: runningId(scene) }),
  'handoff.clearSecret': async (scene) => {
    const handoffId = runningId(scene);
    const found = await scene.ask('handoff.findSecrets', { handoffId });
    const old = found.findings[0]?.fingerprint;
    if (old !== undefined) return { ...scene.command(), handoffId, fingerprint: old, reason: scene.line() };
    const asset = { name: 'Shop', whereKept: 'password: hunter2secret', heldBy: '', goesTo: 'stays' } as const;
    await scene.ask('handoff.addAsset', { ...scene.command(), handoffId, ...asset });
    const { findings } = await scene.ask('handoff.findSecrets', { handoffId });
    const fingerprint = scene.any(...findings.map((finding) => finding.fingerprint));
    return { ...scene.command(), handoffId, fingerprint, reason: scene.line() };
  },
  'handoff.checkBrief': (scene) => ({
    handoffId: runningId(scene),
    options: { language: scene.any('en', 'ru'), includeGoals: !scene.flag() },
  }),
  'handoff.exportBrief': (scene) => {
    const handoffId = runningId(scene);
    saveAs(scene, 'brief.md');
    return { ...scene.command(), handoffId, format: 'markdown', options: { language: 'en', includeGoals: false } };
  },
  'handoff.export': (scene) => {
    const handoffId = runningId(scene);
    saveAs(scene, 'handoff.md');
    return {
      ...scene.command(),
      handoffId,
      format: scene.any('markdown', 'html'),
      options: {
        language: scene.any('en', 'ru'),
        audience: scene.any(...audiences),
        includeAssets: true,
        includeDone: true,
        includeReasons: false,
      },
    };
  },
  'handoff.issueChanges': (scene) => ({ handoffId: runningId(scene) }),
  'handoff.revealFile': (scene) => ({ issueId: scene.one('document_issue') }),
  'handoff.exportPlan': (scene) => {
    const handoffId = runningId(scene);
    saveAs(scene, 'plan.ics');
    return { handoffId, language: scene.any('en', 'ru') };
  },
  'handoff.exportChecklist': (scene) => {
    const handoffId = runningId(scene);
    saveAs(scene, 'plan.pdf');
    return { handoffId, language: scene.any('en', 'ru') };
  },
  'handoff.revealPlan': (scene) => ({ handoffId: runningId(scene) }),
};
