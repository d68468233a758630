export { kindIcon, kindLooks } from '../ui/note-kinds.ts';
