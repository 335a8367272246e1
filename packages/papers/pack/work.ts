import { type Approval, acceptedRows, byId, isOpenTask, type WorkTask, waitsForConfirmation } from '@mimamori/domain'
import type { Context } from '../paper/context.ts'
import { type Block, heading, row, say, small, table } from '../paper/index.ts'
import { shortDay } from '../paper/made.ts'
import { openFindings } from './plans.ts'

/** Work that was taken on and what is knowingly left: in the copy that stays in the house alone, since both name weaknesses. */
export function workBlocks(at: Context): readonly Block[] {
  return [...taskBlocks(at), ...acceptanceBlocks(at)]
}

function taskBlocks(at: Context): readonly Block[] {
  const words = at.t.work
  const open = at.slices.tasks.filter(isOpenTask).toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  if (open.length === 0) return []
  const columns = [
    { title: words.task, width: 'rest', names: true },
    { title: words.owner, width: 50 },
    { title: words.due, width: 22, align: 'center' },
    { title: words.state, width: 34 },
  ] as const
  const rows = open.map((task) => {
    const names = [byId(at.slices.people, task.owner)?.name, byId(at.slices.vendors, task.vendor)?.name]
    return row(task.title, names.filter((name) => name !== undefined).join(at.t.comma), shortDay(task.dueOn, at.lang), stateOf(at, task))
  })
  return [heading(2, words.tasks), table(words.tasks, columns, rows)]
}

function keyOf({ dueOn, id }: WorkTask): string {
  return `${dueOn ?? '9999'}|${id}`
}

function stateOf(at: Context, task: WorkTask): string {
  const { states } = at.t.work
  if (waitsForConfirmation(at.slices, task)) return states.toConfirm
  return task.state === 'doing' ? states.doing : states.open
}

function acceptanceBlocks(at: Context): readonly Block[] {
  const words = at.t.work
  const titles = new Map(openFindings(at).map((one) => [one.tracked.id, one.words.title]))
  const left = acceptedRows(at.slices.register, at.asOf).flatMap(({ id, accepted }) => {
    const title = titles.get(id)
    return title === undefined ? [] : [{ id, title, accepted }]
  })
  if (left.length === 0) return []
  const columns = [
    { title: words.finding, width: 'rest', names: true },
    { title: words.until, width: 22, align: 'center' },
    { title: words.who, width: 30 },
    { title: words.why, width: 44 },
    { title: words.approval, width: 40 },
  ] as const
  const rows = left.map(({ id, title, accepted }) =>
    row(title, shortDay(accepted.until, at.lang), accepted.by, accepted.why, approvalOf(at, approvalFor(at, id))),
  )
  return [heading(2, words.acceptances), small(words.acceptancesLead, { withNext: true }), table(words.acceptances, columns, rows)]
}

/** The last approval by which a finding was left. */
function approvalFor(at: Context, finding: string): Approval | undefined {
  const approved = at.slices.approvals.filter(
    (one) => one.about === 'acceptance' && one.state === 'approved' && one.findings?.includes(finding),
  )
  return approved.toSorted((a, b) => (`${a.approvedOn}|${a.id}` < `${b.approvedOn}|${b.id}` ? -1 : 1)).at(-1)
}

function approvalOf(at: Context, approval: Approval | undefined) {
  if (approval?.approvedOn === undefined) return ''
  const on = shortDay(approval.approvedOn, at.lang)
  const number = approval.documentNumber ?? ''
  return number === '' ? on : say(at.t.work.approvedAs, { number, on })
}
