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

export function loginTaken(): UserError {
  return new UserError({
    code: 'invitation/login-taken',
    message: { ja: 'このログインIDは使えません。', en: 'This login ID cannot be used.' },
    action: {
      ja: '別のログインIDにしてください。すでに登録がある方は、先にログインしてから招待を開いてください。',
      en: 'Choose another. If you have an account already, sign in first and open the invitation then.',
    },
    column: 'login',
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
