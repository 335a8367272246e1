import { type Approval, type ApprovalBox, byId, dateInWords, having, known, type VendorId } from '@mimamori/domain'
import { openFindings } from '../pack/plans.ts'
import { type Context, contextOf, type PaperInput } from '../paper/context.ts'
import { type Block, facts, heading, line, list, type Paper, paragraph, row, say, small, table } from '../paper/index.ts'
import { dayWithWeekday, dayWithYear } from '../paper/made.ts'
import { deviceNames } from '../responses/words.ts'
import { askedVendors } from '../update-request/asked.ts'
import { askName, dueWords } from '../update-request/letter.ts'

/** 伺い文: what is to leave the house, with one to six named boxes, document number and the three days. */
export function approvalPaper(input: PaperInput, options: { readonly approval: string }): Paper {
  const at = contextOf(input)
  const approval = byId(at.slices.approvals, options.approval)
  return {
    kind: 'approval',
    lang: at.lang,
    copy: at.copy,
    title: at.t.asking.approval.heading,
    facility: at.facilityName,
    type: 'usual',
    frozen: at.frozen,
    blocks: approval ? approvalBlocks(at, approval) : [],
  }
}

function approvalBlocks(at: Context, approval: Approval): readonly Block[] {
  const words = at.t.asking.approval
  const boxes = having(at.slices.approvalBoxes, 'approval', approval.id).toSorted((a, b) => a.place - b.place)
  const marked = boxes.filter((box) => box.mark !== undefined)
  return [
    { kind: 'title', text: words.heading, side: 'left' },
    { kind: 'seals', lines: [at.facilityName, approval.title], boxes: boxes.map((box) => box.label) },
    facts(
      [
        [words.number, approval.documentNumber ?? ''],
        [words.draftedOn, dayWithYear(approval.draftedOn, at.lang)],
        [words.draftedBy, approval.draftedBy ?? ''],
        [words.approvedOn, approval.approvedOn === undefined ? words.dayBlank : dayWithYear(approval.approvedOn, at.lang)],
        [words.issuedOn, approval.issuedOn === undefined ? words.dayBlank : dayWithYear(approval.issuedOn, at.lang)],
      ],
      { labelMm: 34 },
    ),
    heading(2, words.ask),
    ...askedBlocks(at, approval),
    ...(marked.length === 0 ? [] : [heading(2, words.marks), markTable(at, marked)]),
    small(words.proxy),
    { kind: 'writing', label: words.remarks, heightMm: 30 },
  ]
}

function askedBlocks(at: Context, approval: Approval): readonly Block[] {
  if (approval.about === 'acceptance') return acceptanceAsked(at, approval)
  return approval.vendor === undefined ? sheetsAsked(at, approval) : updatesAsked(at, approval.vendor)
}

/** What the vendor is to be asked to update, as it stands on the day of printing. */
function updatesAsked(at: Context, vendor: VendorId): readonly Block[] {
  const words = at.t.asking.approval
  const asks = askedVendors(at, { vendor }).flatMap((one) => one.asks)
  const rows = asks.map((ask, n) =>
    row(
      askName(at, ask, n + 1),
      deviceNames(
        at,
        ask.devices.map(({ asset }) => asset.id),
      ),
      ask.dueOn === undefined ? dueWords(at, ask) : dayWithWeekday(ask.dueOn, at.lang),
    ),
  )
  return [
    paragraph(say(words.askUpdates, { vendor: byId(at.slices.vendors, vendor)?.name ?? '' })),
    rows.length === 0
      ? paragraph(words.updatesNone)
      : table(
          words.updates,
          [
            { title: at.t.update.what, width: 'rest', names: true },
            { title: at.t.responses.devices, width: 56 },
            { title: at.t.update.dueShort, width: 44 },
          ],
          rows,
        ),
  ]
}

function sheetsAsked(at: Context, approval: Approval): readonly Block[] {
  const words = at.t.asking.approval
  return [paragraph(approval.about === 'notice' ? words.askNotice : words.askRequest), sheetTable(at, approval)]
}

/** What is to be left knowingly, until when and why. */
function acceptanceAsked(at: Context, approval: Approval): readonly Block[] {
  const words = at.t.asking.approval
  const until = approval.until === undefined ? words.dayBlank : dateInWords(approval.until, at.lang)
  const titles = new Map(openFindings(at).map((one) => [one.tracked.id, one.words.title]))
  const findings = (approval.findings ?? []).flatMap((id) => titles.get(id) ?? [])
  return [
    paragraph(say(words.askAcceptance, { until })),
    heading(3, words.findings),
    list('dots', findings.length > 0 ? findings : [approval.title]),
    heading(3, words.why),
    paragraph(approval.why ?? ''),
  ]
}

function sheetTable(at: Context, approval: Approval): Block {
  const words = at.t.asking.approval
  const rows = (approval.sheets ?? []).flatMap((id) => {
    const sheet = byId(at.slices.sheets, id)
    if (!sheet) return []
    const vendor = byId(at.slices.vendors, known(sheet.vendor))
    const system = byId(at.slices.systems, known(sheet.system))
    return [row(vendor?.name ?? '', system?.name ?? '', byId(at.world.editions, sheet.edition)?.short[at.lang] ?? '')]
  })
  return table(
    words.sheets,
    [
      { title: at.t.checklist.vendor, width: 'rest', names: true },
      { title: at.t.checklist.system, width: 60 },
      { title: at.t.request.edition, width: 34 },
    ],
    rows,
  )
}

/** Marks given on the screen, for the file of the office; 代決 and 後閲 are said in words. */
function markTable(at: Context, boxes: readonly ApprovalBox[]): Block {
  const words = at.t.asking.approval
  return table(
    words.marks,
    [
      { title: words.box, width: 34, names: true },
      { title: words.mark, width: 26, align: 'center' },
      { title: words.by, width: 'rest' },
      { title: at.t.track.date, width: 40, align: 'center' },
    ],
    boxes.flatMap((box) => {
      const marked = markRow(at, box.label, { mark: box.mark, by: box.by, on: box.on })
      return box.seenOn === undefined ? [marked] : [marked, markRow(at, box.label, { mark: 'afterwards', by: box.seenBy, on: box.seenOn })]
    }),
  )
}

function markRow(
  at: Context,
  label: string,
  { mark, by, on }: Pick<{ [K in keyof ApprovalBox]: ApprovalBox[K] | undefined }, 'mark' | 'by' | 'on'>,
) {
  const { kind } = at.t.asking.approval
  return row(label, mark ? kind[mark] : '', line(by ?? ''), on === undefined ? '' : dayWithYear(on, at.lang))
}
