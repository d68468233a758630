// English words under what is left when the endings of number, tense and comparison are taken off. Endings that make
// other words stay: a contractor is no contract, a product no production.

/** Irregular words, each line one word with its forms. */
const families = `
go goes went gone going
meet meets met meeting meetings
send sends sent sending
pay pays paid paying
write writes wrote written writing
speak speaks spoke spoken speaking
say says said saying
tell tells told telling
give gives gave given giving
take takes took taken taking
make makes made making
find finds found finding
keep keeps kept keeping
leave leaves left leaving
lead leads led leading
hold holds held holding
bring brings brought bringing
buy buys bought buying
sell sells sold selling
think thinks thought thinking
know knows knew known knowing
grow grows grew grown growing
show shows showed shown showing
see sees saw seen seeing
run runs ran running
begin begins began begun beginning
come comes came coming
become becomes became becoming
get gets got gotten getting
build builds built building
spend spends spent spending
lose loses lost losing
win wins won winning
choose chooses chose chosen choosing
break breaks broke broken breaking
do does did done doing
have has had having
be is are was were been being am
feel feels felt feeling
mean means meant meaning
understand understands understood understanding
withdraw withdraws withdrew withdrawn withdrawing
draw draws drew drawn drawing
fall falls fell fallen falling
rise rises rose risen rising
deal deals dealt dealing
teach teaches taught teaching
catch catches caught catching
seek seeks sought seeking
stand stands stood standing
hear hears heard hearing
forget forgets forgot forgotten forgetting
person persons people
child children
man men
woman women
foot feet
analysis analyses
crisis crises
basis bases
datum data
criterion criteria
half halves
shelf shelves
life lives
wife wives
good better best
news
paste pastes pasted pasting
bad worse worst
`;

/** Those that are compared: of «request» or «offer» nothing may be taken off. */
const compared = `
big busy cheap clear clean close cold deep early easy fast few fine fresh great happy hard heavy high hot large late lazy
light long loud low new nice old poor quick quiet ready rich safe sharp short simple slow small smart soft strong sure
tall thick thin tight true warm weak wide wise young
`;

function comparedForms(word: string): readonly string[] {
  const base = word.replace(/e$/, '').replace(/y$/, 'i');
  const doubled = /^[^aeiou]*[aeiou][bdgmnpt]$/.test(word) ? `${base}${base.at(-1) ?? ''}` : base;
  return [word, `${doubled}er`, `${doubled}est`];
}

const lines = families.trim().split('\n');
const irregular = lines.map((line) => line.split(' '));

/** By each form the word. */
const known: ReadonlyMap<string, string> = new Map(
  [...irregular, ...compared.trim().split(/\s+/).map(comparedForms)].flatMap((forms) =>
    forms.map((form) => [form, forms[0] ?? form] as const),
  ),
);

/** What all forms of a folded English word have in common. */
export function englishKey(word: string): string {
  const found = known.get(word);
  if (found !== undefined) return found;
  const base = withoutTense(withoutNumber(word));
  return known.get(base) ?? base.replace(/e$/, '').replace(/([^aeiou])\1$/, '$1');
}

function withoutNumber(word: string): string {
  if (word.length < 4 || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:s|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}

function withoutTense(word: string): string {
  if (/[^aeiou]ied$/.test(word)) return `${word.slice(0, -3)}y`;
  const base = /^(.*[aeiouy].*)(?:ed|ing)$/.exec(word)?.[1];
  return base !== undefined && base.length >= 3 ? base : word;
}
