import { useState } from 'react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { ClosingQuestion } from './closing-question.tsx';
import { stay } from './closing.ts';
import { Form } from './form.tsx';
import { forgetTheWay, goBack, navigate, replaceRoute, useNavigation } from './navigation.ts';
import { show } from './testing.tsx';
import { TextField } from './text-field.tsx';

let leave = () => {};
let sending: { readonly end: (isSent: boolean) => void } | null = null;

/** A step is typed on each page of a client and in each of its tabs. */
function Page() {
  const route = useNavigation((navigation) => navigation.route);
  if (route.name !== 'client') return <p>{`Page: ${route.name}`}</p>;
  return <StepForm key={`${route.clientId} ${route.tab ?? ''}`} />;
}

function StepForm() {
  const [title, setTitle] = useState('');
  const submit = () => new Promise<boolean>((resolve) => (sending = { end: resolve }));
  return (
    <Form onSubmit={submit}>
      <TextField label="Step" value={title} onChange={setTitle} />
    </Form>
  );
}

beforeEach(() => {
  forgetTheWay();
  navigate({ name: 'client', clientId: 'Alder' });
  leave = show(
    <>
      <Page />
      <ClosingQuestion />
    </>,
  );
});
afterEach(() => {
  leave();
  stay();
  forgetTheWay();
});

const step = page.getByRole('textbox', { name: 'Step' });
const question = page.getByRole('alertdialog', { name: 'Leave without saving?' });
const here = () => useNavigation.getState().route;

test.each([
  ['another page', () => navigate({ name: 'attention' }), 'attention'],
  ['the way back', goBack, 'board'],
  ['another tab', () => replaceRoute({ name: 'client', clientId: 'Alder', tab: 'work' }), 'client'],
])('%s does not take words along that were not sent, until the partner lets them go', async (_, go, name) => {
  await step.fill('Return the keys');
  go();
  await question.getByRole('button', { name: 'Stay here' }).click();
  await expect.element(question).not.toBeInTheDocument();
  expect(here()).toEqual({ name: 'client', clientId: 'Alder' });
  await expect.element(step).toHaveValue('Return the keys');
  go();
  await question.getByRole('button', { name: 'Leave without saving' }).click();
  await expect.element(question).not.toBeInTheDocument();
  expect(here().name).toBe(name);
  expect([...document.querySelectorAll('input')].map(({ value }) => value).join('')).toBe('');
});

test('nobody is asked where nothing is typed, and where the form stays', async () => {
  await step.fill('Return the keys');
  navigate({ name: 'client', clientId: 'Alder', record: 'task' });
  expect(here()).toMatchObject({ record: 'task' });
  await step.fill('');
  navigate({ name: 'attention' });
  expect(here().name).toBe('attention');
  await expect.element(page.getByText('Page: attention')).toBeVisible();
  await expect.element(question).not.toBeInTheDocument();
});

test('a form that is being sent is waited for; one that is refused is asked about', async () => {
  await step.fill('Return the keys');
  document.querySelector('form')?.requestSubmit();
  navigate({ name: 'attention' });
  sending?.end(false);
  await question.getByRole('button', { name: 'Stay here' }).click();
  document.querySelector('form')?.requestSubmit();
  navigate({ name: 'attention' });
  expect(here().name).toBe('client');
  sending?.end(true);
  await expect.poll(() => here().name).toBe('attention');
  await expect.element(question).not.toBeInTheDocument();
});
