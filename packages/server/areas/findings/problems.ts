import { UserError, type UserProblem } from '../../platform/index.ts'

type Words = Pick<UserProblem, 'message' | 'action'>

const words = {
  'finding/not-found': {
    message: { ja: 'この気づきは見つかりません。', en: 'This finding is not here.' },
    action: { ja: '「気づき」の一覧から選び直してください。', en: 'Choose it again from the list of findings.' },
  },
  'finding/until-out-of-range': {
    message: {
      ja: '見送る期限は、明日から2年以内の日にしてください。',
      en: 'The day until which it is left must be from tomorrow to two years ahead.',
    },
    action: { ja: '日付を選び直してください。', en: 'Choose another day.' },
  },
} as const satisfies Record<string, Words>

export type FindingProblem = keyof typeof words

export const findingProblems: Readonly<Record<FindingProblem, Words>> = words

export function findingProblem(code: FindingProblem): UserError {
  return new UserError({ code, ...words[code] })
}
