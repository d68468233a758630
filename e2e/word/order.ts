/** The order of children that the schema of WordprocessingML asks for; what is not named may not stand there. */
const sequences = {
  'w:p': 'w:pPr *',
  'w:r': 'w:rPr *',
  'w:tbl': 'w:tblPr w:tblGrid w:tr',
  'w:tr': 'w:trPr w:tc',
  'w:tc': 'w:tcPr *',
  'w:sdt': 'w:sdtPr w:sdtEndPr w:sdtContent',
  'w:sdtPr': 'w:rPr w:alias w:tag w:id w:lock w14:checkbox',
  'w14:checkbox': 'w14:checked w14:checkedState w14:uncheckedState',
  'w:pPr':
    'w:pStyle w:keepNext w:keepLines w:pageBreakBefore w:framePr w:widowControl w:numPr w:suppressLineNumbers w:pBdr w:shd w:tabs w:suppressAutoHyphens w:bidi w:adjustRightInd w:snapToGrid w:spacing w:ind w:contextualSpacing w:mirrorIndents w:jc w:textDirection w:textAlignment w:outlineLvl w:rPr w:sectPr',
  'w:rPr':
    'w:rStyle w:rFonts w:b w:bCs w:i w:iCs w:caps w:smallCaps w:strike w:noProof w:vanish w:color w:spacing w:w w:kern w:position w:sz w:szCs w:highlight w:u w:bdr w:shd w:vertAlign w:rtl w:cs w:em w:lang',
  'w:tblPr':
    'w:tblStyle w:tblpPr w:bidiVisual w:tblStyleRowBandSize w:tblStyleColBandSize w:tblW w:jc w:tblCellSpacing w:tblInd w:tblBorders w:shd w:tblLayout w:tblCellMar w:tblLook w:tblCaption w:tblDescription',
  'w:tblBorders': 'w:top w:left w:bottom w:right w:insideH w:insideV',
  'w:tblCellMar': 'w:top w:left w:bottom w:right',
  'w:tcMar': 'w:top w:left w:bottom w:right',
  'w:pBdr': 'w:top w:left w:bottom w:right w:between w:bar',
  'w:tcPr': 'w:cnfStyle w:tcW w:gridSpan w:vMerge w:tcBorders w:shd w:noWrap w:tcMar w:textDirection w:vAlign',
  'w:sectPr':
    'w:headerReference w:footerReference w:footnotePr w:endnotePr w:type w:pgSz w:pgMar w:paperSrc w:pgBorders w:lnNumType w:pgNumType w:cols w:formProt w:vAlign w:noEndnote w:titlePg w:textDirection w:bidi w:rtlGutter w:docGrid',
  'w:styles': 'w:docDefaults w:latentStyles w:style',
  'w:docDefaults': 'w:rPrDefault w:pPrDefault',
  'w:style':
    'w:name w:aliases w:basedOn w:next w:link w:autoRedefine w:hidden w:uiPriority w:semiHidden w:unhideWhenUsed w:qFormat w:locked w:rsid w:pPr w:rPr w:tblPr w:trPr w:tcPr w:tblStylePr',
  'w:numbering': 'w:abstractNum w:num',
  'w:abstractNum': 'w:nsid w:multiLevelType w:tmpl w:name w:styleLink w:numStyleLink w:lvl',
  'w:lvl':
    'w:start w:numFmt w:lvlRestart w:pStyle w:isLgl w:suff w:lvlText w:lvlPicBulletId w:legacy w:lvlJc w:pPr w:rPr',
} as const;

const orders: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(sequences).map(([parent, children]) => [parent, children.split(' ')]),
);

/** The first child that stands where the schema has none, or null. */
export function misplacedChild(parent: string, children: readonly string[]): string | null {
  const order = orders.get(parent);
  if (!order) return null;
  let last = 0;
  for (const child of children) {
    const named = order.indexOf(child);
    const place = named < 0 ? order.indexOf('*') : named;
    if (place < last) return child;
    last = place;
  }
  return null;
}
