import { addInsight, editInsight } from '../../../db/insights.ts';
import { addIntentCheck, editIntentCheck } from '../../../db/intent-checks.ts';
import { editImpression, putAnswer, putAuditTopic, readPlaybook } from '../../../db/playbook.ts';
import {
  addRequest,
  addRequestOption,
  deleteRequestOption,
  editRequest,
  editRequestOption,
} from '../../../db/requests.ts';
import { changeRow, removeRow } from '../../../db/row-changes.ts';
import { addTrial, addTrialTask, editTrial, giveVerdict } from '../../../db/trials.ts';
import type { Id } from '../../../shared/contract/call.ts';
import type { clientPlaybook } from '../../../shared/contract/client-playbook.ts';
import type { CallName } from '../../../shared/contract/contract.ts';
import { AppError } from '../../../shared/errors.ts';
import { refuseAhead } from '../../../shared/refuse-ahead.ts';
import { carryOut, type Context, type Handler } from '../context.ts';

type PlaybookHandlers = { readonly [Name in keyof typeof clientPlaybook]: Handler<Name> };

export function playbookHandlers(context: Context): PlaybookHandlers {
  return {
    'clients.playbook': async ({ clientId }) => ({ playbook: await readPlaybook(context.storage.read, clientId) }),
    ...answerHandlers(context),
    ...trialHandlers(context),
    ...intentHandlers(context),
    ...requestHandlers(context),
    ...insightHandlers(context),
  };
}

type Work = Parameters<typeof carryOut>[3];

/** What the handlers of the tab begin with: one command that answers with the revision, and today. */
function toolsOf(context: Context) {
  const { clock } = context;
  return {
    today: () => clock.today(),
    change: (name: CallName, command: { readonly commandId: Id }, work: Work) => carryOut(context, name, command, work),
  };
}

function answerHandlers(context: Context) {
  const { change, today } = toolsOf(context);
  return {
    'clients.answer': async (request) => {
      refuseAhead({ answeredOn: request.answeredOn }, today());
      return change('clients.answer', request, (writer, stamp) => putAnswer(writer, stamp, request, today()));
    },
    'clients.editImpression': async (request) => {
      refuseAhead({ writtenOn: request.writtenOn }, today());
      return change('clients.editImpression', request, (writer, stamp) =>
        editImpression(writer, stamp, request, today()),
      );
    },
    'clients.editFirstLever': (request) =>
      change('clients.editFirstLever', request, (writer, stamp) =>
        changeRow(writer, stamp, 'client', request.clientId, { first_lever: request.words }),
      ),
    'clients.editAuditTopic': (request) =>
      change('clients.editAuditTopic', request, (writer, stamp) => putAuditTopic(writer, stamp, request)),
  } satisfies Partial<PlaybookHandlers>;
}

function trialHandlers(context: Context) {
  const { change, today } = toolsOf(context);
  return {
    'clients.addTrial': (request) =>
      change('clients.addTrial', request, (writer, stamp) => addTrial(writer, stamp, request)),
    'clients.editTrial': async (request) => {
      const { revisitOn } = request;
      if (revisitOn !== undefined && revisitOn !== null && revisitOn <= today())
        throw new AppError('bad_input', 'the day to come back is over', { revisitOn: 'too_small' });
      return change('clients.editTrial', request, (writer, stamp) => editTrial(writer, stamp, request));
    },
    'clients.giveVerdict': async (request) => {
      refuseAhead({ givenOn: request.givenOn }, today());
      return change('clients.giveVerdict', request, (writer, stamp) => giveVerdict(writer, stamp, request, today()));
    },
    'clients.deleteTrial': (request) =>
      change('clients.deleteTrial', request, (writer, stamp) => removeRow(writer, stamp, 'trial', request.trialId)),
    'clients.addTrialTask': (request) =>
      change('clients.addTrialTask', request, (writer, stamp) => addTrialTask(writer, stamp, request)),
  } satisfies Partial<PlaybookHandlers>;
}

function intentHandlers(context: Context) {
  const { change, today } = toolsOf(context);
  return {
    'clients.addIntentCheck': async (request) => {
      refuseAhead({ checkedOn: request.checkedOn }, today());
      return change('clients.addIntentCheck', request, (writer, stamp) => addIntentCheck(writer, stamp, request));
    },
    'clients.editIntentCheck': async (request) => {
      refuseAhead({ checkedOn: request.checkedOn }, today());
      return change('clients.editIntentCheck', request, (writer, stamp) => editIntentCheck(writer, stamp, request));
    },
    'clients.deleteIntentCheck': (request) =>
      change('clients.deleteIntentCheck', request, (writer, stamp) =>
        removeRow(writer, stamp, 'intent_check', request.checkId),
      ),
  } satisfies Partial<PlaybookHandlers>;
}

function requestHandlers(context: Context) {
  const { change, today } = toolsOf(context);
  return {
    'clients.addRequest': async (request) => {
      refuseAhead({ askedOn: request.askedOn }, today());
      return change('clients.addRequest', request, (writer, stamp) => addRequest(writer, stamp, request));
    },
    'clients.editRequest': async (request) => {
      refuseAhead({ askedOn: request.askedOn, resultOn: request.resultOn }, today());
      return change('clients.editRequest', request, (writer, stamp) => editRequest(writer, stamp, request, today()));
    },
    'clients.deleteRequest': (request) =>
      change('clients.deleteRequest', request, (writer, stamp) =>
        removeRow(writer, stamp, 'request', request.requestId),
      ),
    'clients.addRequestOption': (request) =>
      change('clients.addRequestOption', request, (writer, stamp) => addRequestOption(writer, stamp, request)),
    'clients.editRequestOption': (request) =>
      change('clients.editRequestOption', request, (writer, stamp) => editRequestOption(writer, stamp, request)),
    'clients.deleteRequestOption': (request) =>
      change('clients.deleteRequestOption', request, (writer, stamp) =>
        deleteRequestOption(writer, stamp, request.optionId),
      ),
  } satisfies Partial<PlaybookHandlers>;
}

function insightHandlers(context: Context) {
  const { change, today } = toolsOf(context);
  return {
    'clients.addInsight': async (request) => {
      refuseAhead({ toldOn: request.toldOn }, today());
      return change('clients.addInsight', request, (writer, stamp) => addInsight(writer, stamp, request));
    },
    'clients.editInsight': async (request) => {
      refuseAhead({ toldOn: request.toldOn }, today());
      return change('clients.editInsight', request, (writer, stamp) => editInsight(writer, stamp, request));
    },
    'clients.deleteInsight': (request) =>
      change('clients.deleteInsight', request, (writer, stamp) =>
        removeRow(writer, stamp, 'insight', request.insightId),
      ),
  } satisfies Partial<PlaybookHandlers>;
}
