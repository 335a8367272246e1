import { UserError, type UserProblem } from '../../platform/index.ts'

type Words = Pick<UserProblem, 'message' | 'action'>

/** Codes of this area and their sentences; the table of all error codes is built from it. */
export const peopleProblems = {
  'people/no-such-person': {
    message: { ja: 'この方は、この組織の一覧にいません。', en: 'This person is not in the list of the organisation.' },
    action: { ja: '一覧を開き直してください。', en: 'Open the list again.' },
  },
  'people/owner-only': {
    message: { ja: '「施設代表」の権限は、施設代表の方だけが変えられます。', en: 'Only an owner can give or take the rights of an owner.' },
    action: { ja: '施設代表の方に頼んでください。', en: 'Ask an owner.' },
  },
  'people/changed-meanwhile': {
    message: {
      ja: '開いたあとに、ほかの方がこの方のできることを変えました。まだ何も変えていません。',
      en: 'Somebody has changed what this person may do since you opened it. Nothing was changed.',
    },
    action: { ja: 'いまの内容を見て、もう一度選んでください。', en: 'Look at what stands there now, and choose again.' },
  },
  'people/last-owner': {
    message: { ja: '最後の1人の「施設代表」は外せません。', en: 'The last owner cannot be taken away.' },
    action: { ja: '先に、ほかの方を「施設代表」にしてください。', en: 'First make somebody else an owner.' },
  },
  'people/no-such-invitation': {
    message: { ja: 'この招待は、もう使われたか、取り消されています。', en: 'This invitation was used or withdrawn already.' },
    action: { ja: '一覧を開き直してください。', en: 'Open the list again.' },
  },
  'people/no-such-offer': {
    message: { ja: 'この共有は、招待できる状態ではありません。', en: 'This view is not waiting for an answer.' },
    action: { ja: '「見せる相手」の一覧から作り直してください。', en: 'Offer it again from the list.' },
  },
} as const satisfies Readonly<Record<string, Words>>

export function peopleProblem(code: keyof typeof peopleProblems): UserError {
  return new UserError({ code, ...peopleProblems[code] })
}
