import { type AssessmentAnswer, assessmentAnswer, type Lang } from '@mimamori/domain'
import { assessAnswer } from '../answers.ts'
import type { Command } from '../command.ts'
import { openFolder, printProblems } from '../open-folder.ts'

export const assessCommand: Command = {
  name: 'assess',
  usage: 'mimamori assess FOLDER [--json]',
  summary: { ja: '施設フォルダーを読み、段階・項目・気づきを出します', en: 'Read a facility folder: stage, items, findings' },
  positionals: [1, 1],
  schema: assessAnswer,
  async run(call) {
    const { assessed, read, status } = await openFolder(call.positionals[0] ?? '', call)
    const answer = { ...assessmentAnswer(assessed, call.lang), problems: printProblems(read.problems, call.lang) }
    call.answer(answer, () => words(answer, call.lang))
    return status
  },
}

function words(answer: AssessmentAnswer, lang: Lang): string {
  const { facility, level, tasks, findings, items } = answer
  const ja = lang === 'ja'
  const filled = items.filter((item) => item.state !== 'unanswered').length
  const today = tasks
    .slice(0, 3)
    .map((task, at) => `${at + 1}. ${task.title}(${ja ? `約${task.minutes}分` : `about ${task.minutes} min`}・${task.who})`)
  return [
    `${facility.name}(${answer.asOf})`,
    ja
      ? `段階${level.reached}。記入済み${filled}/${items.length}項目、気づき${findings.length}件。`
      : `Stage ${level.reached}. ${filled} of ${items.length} items filled in, ${findings.length} findings.`,
    ...(tasks.length > 0 ? [ja ? '今日やること(3つまで):' : 'To do today (three at most):', ...today] : []),
    ...(tasks.length > 3 ? [ja ? `このほか${tasks.length - 3}件(急ぎません)` : `${tasks.length - 3} more can wait`] : []),
  ].join('\n')
}
