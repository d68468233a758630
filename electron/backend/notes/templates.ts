import {
  addTemplate,
  editTemplate,
  readTemplates,
  removeTemplate,
  resetTemplate,
  returnTemplate,
} from '../../../db/note-templates.ts';
import type { noteTemplateCalls } from '../../../shared/contract/note-templates.ts';
import { carryOut, type Context, type Handler } from '../context.ts';

type TemplateCall = keyof typeof noteTemplateCalls;

export function templateHandlers(context: Context): { readonly [Name in TemplateCall]: Handler<Name> } {
  return {
    'notes.templates': () => readTemplates(context.storage.read),
    'notes.addTemplate': (request) =>
      carryOut(context, 'notes.addTemplate', request, (writer, stamp) => addTemplate(writer, stamp, request)),
    'notes.editTemplate': (request) =>
      carryOut(context, 'notes.editTemplate', request, (writer, stamp) => editTemplate(writer, stamp, request)),
    'notes.removeTemplate': (request) =>
      carryOut(context, 'notes.removeTemplate', request, (writer, stamp) =>
        removeTemplate(writer, stamp, request.templateId),
      ),
    'notes.returnTemplate': (request) =>
      carryOut(context, 'notes.returnTemplate', request, (writer, stamp) =>
        returnTemplate(writer, stamp, request.templateId),
      ),
    'notes.resetTemplate': (request) =>
      carryOut(context, 'notes.resetTemplate', request, (writer, stamp) =>
        resetTemplate(writer, stamp, request.templateId),
      ),
  };
}
