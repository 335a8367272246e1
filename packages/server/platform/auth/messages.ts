import { type Text, UserError } from '../errors/user-error.ts'

export function wrongLogin(): UserError {
  return new UserError({
    code: 'auth/wrong-login-or-password',
    message: { ja: 'ログインIDかパスワードが違います。', en: 'The login ID or the password is wrong.' },
    action: {
      ja: '大文字・小文字と、全角・半角を確かめて、もう一度入れてください。',
      en: 'Check capitals and full-width letters, and type both again.',
    },
  })
}

/** Carries the seconds for the Retry-After header. */
export class TooManyTries extends UserError {
  readonly waitSeconds: number

  constructor(waitSeconds: number) {
    const minutes = Math.ceil(waitSeconds / 60)
    super({
      code: 'auth/too-many-tries',
      message: {
        ja: '続けて間違えたため、しばらくログインできません。',
        en: 'After several wrong tries, signing in is closed for a while.',
      },
      action: {
        ja: `${minutes} 分ほど待って、もう一度お試しください。パスワードを忘れたときは、とりまとめ担当の方に頼んでください。`,
        en: `Try again in about ${minutes} minute(s). If the password is forgotten, ask the one who manages the accounts.`,
      },
    })
    this.name = 'TooManyTries'
    this.waitSeconds = waitSeconds
  }
}

export function tooBusy(): UserError {
  return new UserError({
    code: 'auth/too-busy',
    message: { ja: 'ログインが混み合っています。', en: 'Too many people are signing in at once.' },
    action: { ja: '少し待って、もう一度お試しください。', en: 'Wait a little and try again.' },
  })
}

export function linkNotOpen(): UserError {
  return new UserError({
    code: 'auth/setup-link-not-open',
    message: {
      ja: 'この設定用リンクは、使用済みか、期限切れです。',
      en: 'This set-up link was used already or has expired.',
    },
    action: {
      ja: '「みまもり」を始め直すと、新しいリンクが表示されます。すでに設定が済んでいれば、ログインしてください。',
      en: 'Start Mimamori again to see a new link; if it is set up already, sign in.',
    },
  })
}

export type PasswordProblem = 'too-short' | 'too-long' | 'repeated' | 'obvious' | 'like-login'

const passwordMessages: Readonly<Record<PasswordProblem, (length: number) => Text>> = {
  'too-short': (length) => ({
    ja: `パスワードは ${length} 文字以上にしてください。`,
    en: `The password needs ${length} characters or more.`,
  }),
  'too-long': () => ({ ja: 'パスワードは 200 文字までです。', en: 'The password may have up to 200 characters.' }),
  repeated: () => ({ ja: '同じ文字や並びの繰り返しは、すぐに見破られます。', en: 'Repeated characters are guessed at once.' }),
  obvious: () => ({
    ja: 'よくある言葉、日付、キーの並びだけのパスワードは、すぐに見破られます。',
    en: 'Common words, dates and rows of keys are guessed at once.',
  }),
  'like-login': () => ({
    ja: 'ログインIDや名前に似たパスワードは使えません。',
    en: 'The password must not resemble the login ID or the name.',
  }),
}

export function weakPassword(problem: PasswordProblem, length: number): UserError {
  return new UserError({
    code: `auth/password-${problem}`,
    message: passwordMessages[problem](length),
    action: {
      ja: '関係のない言葉を 3 つか 4 つ並べると、長くて覚えやすくなります。',
      en: 'Three or four words that have nothing to do with each other are long and easy to remember.',
    },
    column: 'password',
  })
}

export function invitationNotOpen(): UserError {
  return new UserError({
    code: 'invitation/not-open',
    message: {
      ja: 'この招待は、番号が違うか、使用済みか、期限切れです。',
      en: 'This invitation is wrong, was used already, or has expired.',
    },
    action: {
      ja: '番号を確かめてください(0とO、1とIは使っていません)。だめなときは、招待した方に「新しい招待を」と伝えてください。',
      en: 'Check the code (0, O, 1 and I do not occur). If it still fails, ask the one who invited you for a new one.',
    },
  })
}

export function noOrganisationNamed(): UserError {
  return new UserError({
    code: 'invitation/no-organisation',
    message: { ja: 'どの組織として受けるかが決まっていません。', en: 'It is not clear in whose name you accept.' },
    action: { ja: '会社や団体の名前を入れるか、一覧から選んでください。', en: 'Enter the name of your organisation or choose one.' },
  })
}

export function notYourOrganisation(): UserError {
  return new UserError({
    code: 'invitation/not-your-organisation',
    message: { ja: 'この組織としては受けられません。', en: 'You cannot accept in the name of this organisation.' },
    action: {
      ja: '「とりまとめ担当」になっている組織を選ぶか、新しい組織の名前を入れてください。',
      en: 'Choose an organisation that you manage, or enter the name of a new one.',
    },
  })
}

export function notAMember(): UserError {
  return new UserError({
    code: 'auth/not-a-member',
    message: { ja: 'この組織には所属していません。', en: 'You do not belong to this organisation.' },
    action: { ja: '一覧から選び直してください。', en: 'Choose from the list.' },
  })
}

export function loginTaken(): UserError {
  return new UserError({
    code: 'auth/login-taken',
    message: { ja: 'このログインIDは使えません。', en: 'This login ID cannot be used.' },
    action: {
      ja: '別のログインIDにしてください。すでに登録がある方は、先にログインしてください。',
      en: 'Choose another login ID. If you have an account already, sign in first.',
    },
    column: 'login',
  })
}

/** NOTE: not answered with 401, which tells the screens that the session is over. */
export function wrongPassword(): UserError {
  return new UserError({
    code: 'auth/wrong-password',
    message: { ja: 'いまのパスワードが違います。', en: 'The present password is wrong.' },
    action: {
      ja: '大文字・小文字と、全角・半角を確かめて、もう一度入れてください。',
      en: 'Check capitals and full-width letters, and type it again.',
    },
    column: 'password',
  })
}

export function notASession(): UserError {
  return new UserError({
    code: 'auth/no-such-session',
    message: { ja: 'この利用は、もう終わっています。', en: 'This session is over already.' },
    action: { ja: '一覧を開き直してください。', en: 'Open the list again.' },
  })
}

export function proveAgain(): UserError {
  return new UserError({
    code: 'auth/prove-again',
    message: {
      ja: '大切な設定なので、ご本人かどうかをもう一度確かめます。',
      en: 'This is an important setting: please prove again that it is you.',
    },
    action: { ja: '確認してから、もう一度行ってください。', en: 'Prove it, then do it again.' },
  })
}

export function halfOpenGone(): UserError {
  return new UserError({
    code: 'auth/half-open-gone',
    message: {
      ja: '時間がたったか、間違いが続いたため、はじめからやり直します。',
      en: 'Too much time has passed, or there were too many wrong tries.',
    },
    action: { ja: 'ログインIDとパスワードを、もう一度入れてください。', en: 'Begin again with login ID and password.' },
  })
}

export function wrongFactor(): UserError {
  return new UserError({
    code: 'auth/wrong-factor',
    message: { ja: '番号が違うか、使用済みです。', en: 'The number is wrong or was used already.' },
    action: {
      ja: '新しい番号で、もう一度お試しください。「使い捨て番号表」のときは、求められた番号の欄を見てください。',
      en: 'Try again with a new number; on the sheet of one-time numbers, look at the line that is asked for.',
    },
    column: 'code',
  })
}

export function noSuchFactor(): UserError {
  return new UserError({
    code: 'auth/no-such-factor',
    message: { ja: 'この確認方法は、登録されていません。', en: 'This way of proving is not set up.' },
    action: { ja: '画面を開き直してください。', en: 'Open the page again.' },
  })
}

export function passkeyNotTaken(): UserError {
  return new UserError({
    code: 'auth/passkey-not-taken',
    message: { ja: 'パスキーを確かめられませんでした。', en: 'The passkey could not be verified.' },
    action: { ja: 'もう一度お試しください。だめなときは、別の方法を選んでください。', en: 'Try again, or choose another way.' },
  })
}

export function numberNotOpen(): UserError {
  return new UserError({
    code: 'auth/reset-number-not-open',
    message: {
      ja: 'ログインIDか一時番号が違うか、期限が切れています。',
      en: 'The login ID or the one-time number is wrong, or it has expired.',
    },
    action: {
      ja: '番号を聞き直してください。期限が切れたときは、とりまとめ担当の方に、もう一度発行してもらってください。',
      en: 'Ask for the number again; once it has expired, have a manager issue another.',
    },
    column: 'number',
  })
}

export function mayNotReset(): UserError {
  return new UserError({
    code: 'auth/may-not-reset',
    message: { ja: 'この方の一時番号は、あなたからは発行できません。', en: 'You cannot issue a one-time number for this person.' },
    action: {
      ja: '施設代表の方に頼むか、復旧封筒を使ってください。',
      en: 'Ask the owner of the facility, or use the recovery envelope.',
    },
  })
}

export function envelopeNotSealed(): UserError {
  return new UserError({
    code: 'auth/envelope-not-sealed',
    message: { ja: '復旧コードが違うか、使用済みです。', en: 'The recovery code is wrong or was used already.' },
    action: { ja: '封筒の紙を見て、もう一度入れてください。', en: 'Look at the sheet in the envelope and type it again.' },
    column: 'code',
  })
}

export function outsideNotSet(): UserError {
  return new UserError({
    code: 'auth/outside-not-set',
    message: { ja: '院内のログインサービスは設定されていません。', en: 'No sign-in service is configured.' },
    action: { ja: 'ログインIDとパスワードで入ってください。', en: 'Sign in with login ID and password.' },
  })
}

export function outsideAway(cause: unknown): UserError {
  return new UserError(
    {
      code: 'auth/outside-away',
      message: { ja: '院内のログインサービスにつながりません。', en: 'The sign-in service does not answer.' },
      action: {
        ja: '少し待つか、ログインIDとパスワードで入ってください。',
        en: 'Wait a little, or sign in with login ID and password.',
      },
    },
    { cause },
  )
}

/** NOTE: the cause stays inside: an answer of the service may hold codes and tokens. */
export function outsideRefused(cause: unknown): UserError {
  return new UserError(
    {
      code: 'auth/outside-refused',
      message: { ja: '院内のログインサービスでの確認ができませんでした。', en: 'The sign-in service could not vouch for you.' },
      action: {
        ja: 'はじめからやり直すか、ログインIDとパスワードで入ってください。',
        en: 'Begin again, or sign in with login ID and password.',
      },
    },
    { cause },
  )
}

export function outsideLinked(): UserError {
  return new UserError({
    code: 'auth/outside-linked-already',
    message: { ja: 'このアカウントは、すでに使われています。', en: 'This account is in use already.' },
    action: {
      ja: '院内のログインサービスで、ご自分のアカウントに切り替えてください。',
      en: 'Change to your own account at the sign-in service.',
    },
  })
}

export function requestGone(): UserError {
  return new UserError({
    code: 'auth/no-such-request',
    message: { ja: 'この申し込みは、あなたからは承認できないか、もうありません。', en: 'This request is gone, or you cannot approve it.' },
    action: { ja: '一覧を開き直してください。', en: 'Open the list again.' },
  })
}

export function ownFactorFirst(): UserError {
  return new UserError({
    code: 'auth/own-factor-first',
    message: { ja: 'あなたの「もう1つの確認」が、まだ登録されていません。', en: 'You have not set up a second factor of your own yet.' },
    action: {
      ja: '「わたしの設定」で先に登録してから、全員に求めてください。',
      en: 'Set one up under "My settings" first, then ask everybody.',
    },
  })
}
