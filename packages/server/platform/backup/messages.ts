import { UserError } from '../errors/user-error.ts'

const again = { ja: '別の控えで、もう一度お試しください。何も変えていません。', en: 'Try another backup. Nothing was changed.' }

export function notABackup(): UserError {
  return new UserError({
    code: 'backup/not-a-backup',
    message: { ja: '「みまもり」の控えのファイルではありません。', en: 'The file is not a backup of Mimamori.' },
    action: { ja: 'mimamori backup で作ったファイルを指定してください。', en: 'Name a file that mimamori backup has made.' },
  })
}

export function truncatedBackup(): UserError {
  return new UserError({
    code: 'backup/truncated',
    message: { ja: '控えのファイルが途中で終わっています。', en: 'The backup file ends before its end: a part is missing.' },
    action: again,
  })
}

export function damagedBackup(): UserError {
  return new UserError({
    code: 'backup/damaged',
    message: { ja: '控えのファイルの内容が、作成時と違います。', en: 'The backup file is not as it was made.' },
    action: again,
  })
}

export function wrongKey(): UserError {
  return new UserError({
    code: 'backup/wrong-key',
    message: { ja: 'この控えの復旧キーではありません。', en: 'This is not the recovery key of this backup.' },
    action: {
      ja: 'この控えを作ったときに表示された復旧キーを入れてください。',
      en: 'Give the recovery key that was shown when this backup was made.',
    },
  })
}

export function misspeltKey(): UserError {
  return new UserError({
    code: 'backup/misspelt-key',
    message: { ja: '復旧キーのどこかに書き誤りがあります。', en: 'The recovery key has a slip somewhere.' },
    action: {
      ja: '4文字ずつ9組です。紙と見比べて、もう一度入れてください。',
      en: 'It has nine groups of four characters. Compare it with the paper and give it again.',
    },
  })
}

export function openKeyFile(file: string): UserError {
  return new UserError({
    code: 'backup/key-file-open',
    message: {
      ja: `復旧キーのファイルを、ほかの利用者も読めます: ${file}`,
      en: `Other users may read the file of the recovery key: ${file}`,
    },
    action: { ja: `chmod 600 ${file} を実行してください。`, en: `Run chmod 600 ${file}.` },
    file,
  })
}

export function notEmpty(): UserError {
  return new UserError({
    code: 'backup/not-empty',
    message: { ja: 'この設置には、すでに利用者か施設が登録されています。', en: 'This installation already has people or facilities.' },
    action: {
      ja: '控えは、空の設置にだけ戻せます。MIMAMORI_DATA に新しいフォルダを指定するか、空のデータベースを用意してください。',
      en: 'A backup is restored into an empty installation only: set MIMAMORI_DATA to a new folder, or give an empty database.',
    },
  })
}

export function newerBackup(given: { backup: number; program: number }): UserError {
  return new UserError({
    code: 'backup/newer-than-program',
    message: {
      ja: `控えは、この「みまもり」より新しい版で作られています(控え ${given.backup}、この版 ${given.program})。`,
      en: `The backup was made by a newer Mimamori (backup ${given.backup}, this release ${given.program}).`,
    },
    action: { ja: '新しい版の「みまもり」で戻してください。', en: 'Restore it with the newer release.' },
  })
}

export function otherHistory(name: string): UserError {
  return new UserError({
    code: 'backup/other-history',
    message: {
      ja: `控えの更新ファイル ${name} の内容が、この版のものと違います。`,
      en: `The update file ${name} of the backup has other contents than that of this release.`,
    },
    action: { ja: '配布されたままの「みまもり」で戻してください。', en: 'Restore it with a Mimamori as it was released.' },
  })
}

export function noOwner(): UserError {
  return new UserError({
    code: 'backup/no-owner-url',
    message: {
      ja: 'データベースの所有者としての接続先がわかりません。控えには、すべての表を読む権利が要ります。',
      en: 'The connection of the database owner is not known. A backup needs the right to read every table.',
    },
    action: {
      ja: 'MIMAMORI_DATABASE_OWNER_URL に所有者の接続先を指定してください。',
      en: 'Set MIMAMORI_DATABASE_OWNER_URL to the connection of the owner role.',
    },
  })
}

export function nothingToKeep(folder: string): UserError {
  return new UserError({
    code: 'backup/nothing-there',
    message: { ja: `控えを取るデータがまだありません: ${folder}`, en: `There are no data yet to be kept: ${folder}` },
    action: { ja: 'MIMAMORI_DATA を確かめてください。', en: 'Check MIMAMORI_DATA.' },
  })
}

export function fileExists(file: string): UserError {
  return new UserError({
    code: 'backup/file-exists',
    message: { ja: `同じ名前のファイルがあります: ${file}`, en: `There is a file of that name: ${file}` },
    action: { ja: '別の名前を指定してください。上書きはしません。', en: 'Give another name. Nothing is overwritten.' },
    file,
  })
}

export function noRoomForBackup(file: string, cause: unknown): UserError {
  return new UserError(
    {
      code: 'backup/disk-full',
      message: { ja: `控えを書く場所の空きが足りません: ${file}`, en: `There is no room to write the backup: ${file}` },
      action: {
        ja: '空きを作るか、別の場所を指定してください。途中のファイルは残していません。',
        en: 'Make room or name another place. No half file was left.',
      },
      file,
    },
    { cause },
  )
}

export function noSuchBackup(file: string): UserError {
  return new UserError({
    code: 'backup/no-such-file',
    message: { ja: `「${file}」というファイルがありません。`, en: `There is no file "${file}".` },
    action: { ja: 'ファイルの場所を確かめてください。', en: 'Check where the file is.' },
    file,
  })
}

export function stillRunning(): UserError {
  return new UserError({
    code: 'backup/server-running',
    message: { ja: 'このデータベースを、動いている「みまもり」が使っています。', en: 'A running Mimamori is using this database.' },
    action: { ja: 'すべて止めてから、もう一度戻してください。', en: 'Stop all of them and restore again.' },
  })
}
