import type { TaskLine } from '@mimamori/contract'
import {
  addDays,
  byId,
  findingsOfTask,
  isOpenTask,
  type PersonId,
  type Severity,
  type Tracked,
  taskOfRow,
  worstSeverity,
} from '@mimamori/domain'
import type { Kept } from '../kept.ts'
import { taskLine } from '../tasks/index.ts'
import { fillText } from '../words.ts'
import type { Ranked } from './ranked.ts'
import { takenTexts } from './texts.ts'

/** Somebody has it in hand: it is not put before everybody again. */
export function isTaken(now: Kept, { row }: Tracked): boolean {
  const task = taskOfRow(now.picture.slices.tasks, row)
  return task !== undefined && isOpenTask(task)
}

/** Work that the one who is signed in has taken on, or that nobody has yet, and what vendors say is done: with how grave it is. */
export function takenTasks(now: Kept, me: PersonId | undefined): readonly Ranked[] {
  const { slices } = now.picture
  return slices.tasks.filter(isOpenTask).flatMap((task) => {
    const line = taskLine(now, task, me)
    const isForMe = line.isMine || line.toConfirm || (task.owner === undefined && task.vendor === undefined)
    if (!isForMe || line.awaitsApproval || (line.vendor !== undefined && !line.isMine && !line.toConfirm)) return []
    const behind = findingsOfTask(slices, task).flatMap((id) => byId(slices.register, id)?.severity ?? [])
    return [rankedLine(now, line, worstSeverity(behind) ?? 'medium')]
  })
}

const soonDays = 7
const usualMinutes = 10

/** What is late or due within the week comes before other work of the same kind; what is due much later waits. */
function rankedLine(now: Kept, line: TaskLine, behind: Severity): Ranked {
  const { title, dueOn } = line
  const isSoon = dueOn !== undefined && dueOn <= addDays(now.asOf, soonDays)
  const words = line.toConfirm ? takenTexts.confirm : takenTexts.own
  return {
    task: {
      id: `task:${line.task}`,
      title: { ja: title, en: title },
      says: fillText(words.says, { vendor: line.vendorName ?? '' }),
      who: words.who,
      button: words.button,
      minutes: usualMinutes,
      target: { screen: 'task', id: line.task },
      findings: [],
      ...(dueOn !== undefined && { dueOn }),
      overdue: line.overdue,
    },
    severity: behind !== 'critical' && (line.overdue || isSoon) ? 'high' : behind,
    overdue: line.overdue,
  }
}
