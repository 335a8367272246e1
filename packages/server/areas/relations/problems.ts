import { UserError, type UserProblem } from '../../platform/index.ts'

type Words = Pick<UserProblem, 'message' | 'action'>

/** Codes of this area and their sentences; the table of all error codes is built from it. */
export const relationProblems = {
  'relation/not-found': {
    message: { ja: 'この共有は見つからないか、すでに終わっています。', en: 'This view is not here, or has ended.' },
    action: {
      ja: '一覧を開き直してください。続けるときは、施設に頼んでください。',
      en: 'Open the list again. To go on, ask the facility.',
    },
  },
  'relation/vendor-unknown': {
    message: { ja: 'どの事業者かが決まっていません。', en: 'It is not clear which vendor is meant.' },
    action: { ja: '事業者の一覧から1社を選んでください。', en: 'Choose one company from the list of vendors.' },
  },
  'relation/vendor-taken': {
    message: { ja: 'この事業者には、すでに画面を開いています。', en: 'This vendor has a view already.' },
    action: { ja: '一覧にある共有を変えるか、やめてから作り直してください。', en: 'Change the one in the list, or end it first.' },
  },
  'relation/until-needed': {
    message: { ja: '保険会社や検査の方に見せるときは、終わりの日が要ります。', en: 'A view for an insurer or inspector needs a last day.' },
    action: { ja: '今日から1年以内の日を選んでください。', en: 'Choose a day within a year from today.' },
  },
  'relation/nothing-to-see': {
    message: { ja: '見せるものが1つも選ばれていません。', en: 'Nothing is chosen to be seen.' },
    action: { ja: '「件数だけ」か、見せる内容を1つ以上選んでください。', en: 'Choose "counts only" or at least one area.' },
  },
  'relation/changed-meanwhile': {
    message: { ja: 'ほかの人が先に変えました。まだ何も変えていません。', en: 'Somebody else changed it first. Nothing was changed.' },
    action: { ja: '一覧を開き直して、内容を確かめてください。', en: 'Open the list again and look at it.' },
  },
} as const satisfies Readonly<Record<string, Words>>

export function relationProblem(code: keyof typeof relationProblems): UserError {
  return new UserError({ code, ...relationProblems[code] })
}
