import { UserError } from '../errors/user-error.ts'

export function newerThanProgram(versions: { database: number; program: number }): UserError {
  return new UserError({
    code: 'database/newer-than-program',
    message: {
      ja: `データベースは、この「みまもり」より新しい版で更新されています(データベース ${versions.database}、この版 ${versions.program})。`,
      en: `The database was updated by a newer Mimamori (database ${versions.database}, this release ${versions.program}).`,
    },
    action: {
      ja: '新しい版の「みまもり」で始めてください。データは変えていません。',
      en: 'Start the newer release. The data was not changed.',
    },
  })
}

export function migrationChanged(name: string): UserError {
  return new UserError({
    code: 'database/migration-changed',
    message: {
      ja: `すでに適用した更新ファイル ${name} の内容が、適用したときと違います。`,
      en: `The update file ${name} was applied with other contents than it has now.`,
    },
    action: {
      ja: 'プログラムを配布されたときの状態に戻してから、もう一度始めてください。',
      en: 'Bring the program back to the state in which it was released, and start again.',
    },
    file: name,
  })
}

export function migrationFailed(name: string, cause: unknown): UserError {
  return new UserError(
    {
      code: 'database/migration-failed',
      message: {
        ja: `データベースの更新 ${name} が途中で失敗しました。データは更新前のままです。`,
        en: `The database update ${name} failed. The data is as it was before.`,
      },
      action: {
        ja: '前の版で始めれば続けて使えます。記録(ログ)を添えて問い合わせてください。',
        en: 'The earlier release goes on working. Ask for help with the log.',
      },
      file: name,
    },
    { cause },
  )
}

export function migrationsMissing(names: readonly string[]): UserError {
  return new UserError({
    code: 'database/migrations-missing',
    message: {
      ja: `データベースにまだ適用していない更新があります: ${names.join(', ')}`,
      en: `The database still lacks updates: ${names.join(', ')}`,
    },
    action: {
      ja: 'MIMAMORI_DATABASE_OWNER_URL に所有者の接続先を指定して、一度始めてください。',
      en: 'Start once with MIMAMORI_DATABASE_OWNER_URL set to the connection of the owner role.',
    },
  })
}

export function notDurable(settings: readonly string[]): UserError {
  return new UserError({
    code: 'database/not-durable',
    message: {
      ja: `データベースの設定では、停電のとき保存した内容が失われます(${settings.join('、')} が off)。`,
      en: `With these database settings a power cut loses stored data (${settings.join(', ')} off).`,
    },
    action: {
      ja: 'データベースの設定で、これらを on に戻してから、もう一度始めてください。',
      en: 'Turn them on in the configuration of the database and start again.',
    },
  })
}

export function tooOld(version: string): UserError {
  return new UserError({
    code: 'database/too-old',
    message: {
      ja: `データベース PostgreSQL ${version} は古すぎます。15 以降が必要です。`,
      en: `PostgreSQL ${version} is too old: 15 or later is needed.`,
    },
    action: { ja: 'PostgreSQL 15 以降の接続先を DATABASE_URL に指定してください。', en: 'Set DATABASE_URL to a PostgreSQL 15 or later.' },
  })
}

export function wrongEncoding(encoding: string): UserError {
  return new UserError({
    code: 'database/wrong-encoding',
    message: {
      ja: `データベースの文字コードは UTF8 でなければなりません(今は ${encoding})。`,
      en: `The database must be encoded in UTF8 (it is ${encoding}).`,
    },
    action: { ja: 'UTF8 で作ったデータベースを指定してください。', en: 'Name a database made with encoding UTF8.' },
  })
}

export function tooPowerfulRole(role: string): UserError {
  return new UserError({
    code: 'database/role-too-powerful',
    message: {
      ja: `DATABASE_URL の利用者 ${role} は、ほかの組織の行まで見える強い権限(スーパーユーザー、所有者など)を持っています。`,
      en: `The user ${role} of DATABASE_URL is a superuser, the owner of tables, or may bypass row security: it could see every organisation's rows.`,
    },
    action: {
      ja: 'DATABASE_URL には mimamori_app の利用者を、MIMAMORI_DATABASE_OWNER_URL には mimamori_owner の利用者を指定してください。',
      en: 'Use a user of the role mimamori_app in DATABASE_URL and one of mimamori_owner in MIMAMORI_DATABASE_OWNER_URL.',
    },
  })
}

export function wrongRole(role: string): UserError {
  return new UserError({
    code: 'database/wrong-role',
    message: {
      ja: `DATABASE_URL の利用者 ${role} は、役割 mimamori_app に属していません。`,
      en: `The user ${role} of DATABASE_URL does not belong to the role mimamori_app.`,
    },
    action: {
      ja: '管理者に、役割 mimamori_app を与えるよう頼んでください(docs/running.md に手順があります)。',
      en: 'Ask the administrator to grant it the role mimamori_app (see docs/running.md).',
    },
  })
}

/** Why a data folder was not made, by the code of the file system; anything else is a fault of ours. */
export function folderNotMade(folder: string, cause: unknown): unknown {
  const code = cause instanceof Error ? Reflect.get(cause, 'code') : undefined
  if (!['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ENOENT', 'ELOOP', 'ENAMETOOLONG'].includes(String(code))) return cause
  return new UserError(
    {
      code: 'database/data-folder-not-made',
      message: {
        ja: `データを置くフォルダを作れないか、書き込めません(${String(code)}): ${folder}`,
        en: `The data folder cannot be made or written (${String(code)}): ${folder}`,
      },
      action: {
        ja: 'MIMAMORI_DATA に、「みまもり」を動かす利用者が書き込めるフォルダを指定してください。例: /var/lib/mimamori',
        en: 'Set MIMAMORI_DATA to a folder that the user who runs Mimamori may write, such as /var/lib/mimamori.',
      },
      file: folder,
    },
    { cause },
  )
}

export function unreachable(cause: unknown): UserError {
  return new UserError(
    {
      code: 'database/unreachable',
      message: { ja: 'データベースにつながりません。', en: 'The database cannot be reached.' },
      action: {
        ja: 'DATABASE_URL の宛先・利用者・合言葉と、PostgreSQL が動いていることを確かめてください。',
        en: 'Check the address, user and password in DATABASE_URL, and that PostgreSQL is running.',
      },
    },
    { cause },
  )
}
