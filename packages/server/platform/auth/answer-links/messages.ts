import { UserError } from '../../errors/user-error.ts'

export function linkNotThere(): UserError {
  return new UserError({
    code: 'answer/no-such-link',
    message: { ja: 'このリンクは使えません。', en: 'This link cannot be used.' },
    action: {
      ja: '新しいリンクが出ていないか、病院にお確かめください。記入途中の内容は残っています。',
      en: 'Please ask the hospital whether there is a newer link. What you began is kept.',
    },
  })
}

export function wrongCode(left: number): UserError {
  return new UserError({
    code: 'answer/wrong-code',
    message: { ja: '番号が違います。0とO、1とIは使っていません。', en: 'The number is wrong. It has no 0, O, 1 or I.' },
    action: { ja: `あと${left}回入力できます。`, en: left === 1 ? 'You can try once more.' : `You can try ${left} more times.` },
  })
}

const notTaken = {
  expired: {
    message: { ja: 'この番号は期限が切れました。', en: 'This number has expired.' },
    action: {
      ja: '病院に「新しい番号」と伝えてください。記入途中の内容は残っています。',
      en: 'Please ask the hospital for a new number. What you began is kept.',
    },
  },
  used: {
    message: { ja: 'この番号は、もう使われました。', en: 'This number was used already.' },
    action: {
      ja: '番号は1回だけ使えます。病院に「新しい番号」と伝えてください。記入途中の内容は残っています。',
      en: 'A number works once. Please ask the hospital for a new number. What you began is kept.',
    },
  },
  locked: {
    message: {
      ja: '違う番号が5回入力されたため、この番号は使えなくなりました。',
      en: 'After five wrong numbers this number no longer works.',
    },
    action: {
      ja: '病院に「新しい番号」と伝えてください。記入途中の内容は残っています。',
      en: 'Please ask the hospital for a new number. What you began is kept.',
    },
  },
} as const

export function codeNotTaken(why: keyof typeof notTaken): UserError {
  return new UserError({ code: `answer/code-${why}`, ...notTaken[why] })
}
