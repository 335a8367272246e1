import { UserError, type UserProblem } from '../errors/user-error.ts'

/** A problem with the status that it is answered with. */
export class HttpProblem extends UserError {
  readonly status: number

  constructor(status: number, problem: UserProblem) {
    super(problem)
    this.name = 'HttpProblem'
    this.status = status
  }
}

export function notSignedIn(): HttpProblem {
  return new HttpProblem(401, {
    code: 'session/not-signed-in',
    message: { ja: 'ログインしていないか、時間がたってログインが切れました。', en: 'You are not signed in, or the session has ended.' },
    action: { ja: 'ログインし直してください。入力は保存済みです。', en: 'Sign in again. What you entered is stored.' },
  })
}

export function linkSessionEnded(): HttpProblem {
  return new HttpProblem(401, {
    code: 'answer/session-ended',
    message: {
      ja: '時間がたったか、新しい番号が出たため、この画面は閉じました。',
      en: 'Time has passed or a new number was made, so this page has closed.',
    },
    action: {
      ja: 'リンクをもう一度開き、病院から聞いた新しい番号を入れてください。記入途中の内容は残っています。',
      en: 'Open the link again and enter the new number from the hospital. What you began is kept.',
    },
  })
}

export function noOrganisation(): HttpProblem {
  return new HttpProblem(403, {
    code: 'session/no-organisation',
    message: { ja: '所属する組織が選ばれていません。', en: 'No organisation is chosen.' },
    action: { ja: '組織を選んでください。', en: 'Choose an organisation.' },
  })
}

export function factorNeeded(): HttpProblem {
  return new HttpProblem(403, {
    code: 'session/factor-needed',
    message: {
      ja: 'この施設では、パスワードのほかにもう1つの確認が要ります。',
      en: 'This facility asks for a second factor beside the password.',
    },
    action: { ja: '「わたしの設定」で、確認の方法を1つ登録してください。', en: 'Set one up under "My settings".' },
  })
}

export function notAllowed(): HttpProblem {
  return new HttpProblem(403, {
    code: 'permission/not-allowed',
    message: { ja: 'この操作は、あなたの役割ではできません。', en: 'Your role does not allow this.' },
    action: { ja: '施設代表か、とりまとめ担当の方に頼んでください。', en: 'Ask the owner or a manager of your organisation.' },
  })
}

export function notThere(): HttpProblem {
  return new HttpProblem(404, {
    code: 'request/not-found',
    message: { ja: 'この宛先はありません。', en: 'There is nothing at this address.' },
    action: { ja: '画面を開き直してください。', en: 'Open the page again.' },
  })
}

export function wrongHost(): HttpProblem {
  return new HttpProblem(421, {
    code: 'request/wrong-host',
    message: { ja: 'この名前では開けません。', en: 'This server does not answer to this name.' },
    action: {
      ja: '決められた宛先で開いてください。名前を変えたときは MIMAMORI_PUBLIC_URL に書いてください。',
      en: 'Open the agreed address. If the name has changed, set MIMAMORI_PUBLIC_URL.',
    },
  })
}

export function otherSite(): HttpProblem {
  return new HttpProblem(403, {
    code: 'request/from-another-site',
    message: { ja: '別のサイトから送られた操作なので、受け付けませんでした。', en: 'This came from another site and was not carried out.' },
    action: { ja: '「みまもり」の画面を開き直して、もう一度行ってください。', en: 'Open Mimamori itself and do it again.' },
  })
}

export function pastTheProxy(): HttpProblem {
  return new HttpProblem(403, {
    code: 'request/past-the-proxy',
    message: { ja: '暗号化のない通信なので、受け付けませんでした。', en: 'This connection is not encrypted and was not accepted.' },
    action: { ja: '決められた宛先(https://)で開いてください。', en: 'Open the agreed address (https://).' },
  })
}

export function wrongType(): HttpProblem {
  return new HttpProblem(415, {
    code: 'request/wrong-type',
    message: { ja: '送られたデータの形式が違います。', en: 'The data sent is of another type.' },
    action: { ja: 'application/json で送ってください。', en: 'Send it as application/json.' },
  })
}

export function tooLargeBody(limitBytes: number): HttpProblem {
  const megabytes = Math.max(0.1, Math.floor((limitBytes / 1024 / 1024) * 10) / 10)
  return new HttpProblem(413, {
    code: 'request/too-large',
    message: { ja: `送られたデータが大きすぎます(${megabytes} MB まで)。`, en: `The data sent is too large (up to ${megabytes} MB).` },
    action: { ja: '小さく分けて送ってください。', en: 'Send it in smaller parts.' },
  })
}

export function badInput(where: string): HttpProblem {
  return new HttpProblem(400, {
    code: 'request/bad-input',
    message: { ja: `送られた内容に、読めないところがあります(${where})。`, en: `Part of what was sent cannot be read (${where}).` },
    action: { ja: '入力を確かめて、もう一度送ってください。', en: 'Check what was entered and send it again.' },
    column: where,
  })
}

export function noFileName(): HttpProblem {
  return new HttpProblem(400, {
    code: 'request/no-file-name',
    message: { ja: 'ファイルの名前がありません。', en: 'The file has no name.' },
    action: { ja: 'ファイルを選び直してください。', en: 'Choose the file again.' },
  })
}

export function databaseAway(): HttpProblem {
  return new HttpProblem(503, {
    code: 'database/away',
    message: { ja: 'データベースにつながりません。', en: 'The database does not answer.' },
    action: { ja: '少し待って、もう一度お試しください。', en: 'Wait a little and try again.' },
  })
}

export function fullDisk(): HttpProblem {
  return new HttpProblem(507, {
    code: 'database/disk-full',
    message: { ja: 'ディスクがいっぱいで、保存できませんでした。', en: 'The disk is full; nothing was stored.' },
    action: { ja: '「みまもり」を管理している人に、空きを作るよう伝えてください。', en: 'Tell the one who keeps Mimamori, to make room.' },
  })
}

export function changedMeanwhile(): HttpProblem {
  return new HttpProblem(409, {
    code: 'request/changed-meanwhile',
    message: {
      ja: '同時にほかの人が変えたため、保存しませんでした。',
      en: 'Somebody else changed it at the same moment; nothing was stored.',
    },
    action: { ja: 'もう一度行ってください。', en: 'Do it again.' },
  })
}

export function ourFault(reference: string): HttpProblem {
  return new HttpProblem(500, {
    code: 'server/fault',
    message: {
      ja: `「みまもり」の側で、思わぬことが起きました(受付番号 ${reference})。`,
      en: `Something unexpected happened on our side (reference ${reference}).`,
    },
    action: {
      ja: 'もう一度お試しください。続くときは、受付番号を「みまもり」を管理している人に伝えてください。',
      en: 'Try again. If it goes on, tell the reference to the one who keeps Mimamori.',
    },
  })
}
