import { type Text, UserError } from '../errors/user-error.ts'
import type { Refusal } from './media-type.ts'

const whyRefused: Readonly<Record<Refusal, { message: Text; action: Text }>> = {
  program: {
    message: { ja: 'これはプログラムのファイルです。受け取れません。', en: 'This is a program. It is not taken.' },
    action: { ja: '画面の写し(PNG)か PDF にして選んでください。', en: 'Choose a picture of the screen (PNG) or a PDF instead.' },
  },
  'web-page': {
    message: {
      ja: 'これは Web ページか、その部品のファイルです。受け取れません。',
      en: 'This is a web page or a part of one. It is not taken.',
    },
    action: { ja: '「印刷」から PDF にして選んでください。', en: 'Print it to a PDF and choose that.' },
  },
  macro: {
    message: { ja: 'マクロの入ったファイルです。受け取れません。', en: 'This file holds macros. It is not taken.' },
    action: {
      ja: 'Excel や Word の「名前を付けて保存」で、マクロなし(.xlsx、.docx)にして選んでください。',
      en: 'Save it without macros (.xlsx, .docx) and choose that.',
    },
  },
  'old-office': {
    message: { ja: '古い形式か、パスワード付きのファイルです。', en: 'This file is of an old format or has a password.' },
    action: {
      ja: 'Excel や Word で開き、パスワードを外し、「名前を付けて保存」で .xlsx か .docx にして選んでください。',
      en: 'Open it, remove the password, save it as .xlsx or .docx and choose that.',
    },
  },
  unknown: {
    message: { ja: 'この種類のファイルは受け取れません。', en: 'Files of this kind are not taken.' },
    action: {
      ja: 'PDF、画像(PNG、JPEG)、Excel(.xlsx)、Word(.docx)、文字(.txt、.csv)のどれかにしてください。',
      en: 'Choose a PDF, a picture (PNG, JPEG), Excel (.xlsx), Word (.docx) or text (.txt, .csv).',
    },
  },
}

export function refusedKind(why: Refusal, file: string): UserError {
  return new UserError({ code: `file/${why}`, ...whyRefused[why], file })
}

export function lyingName(file: string): UserError {
  return new UserError({
    code: 'file/name-and-content-differ',
    message: {
      ja: `「${file}」は、名前の終わり(拡張子)と中身の種類が合いません。`,
      en: `The ending of "${file}" does not fit what is in the file.`,
    },
    action: {
      ja: 'もとのファイルを確かめ、作ったソフトで保存し直してから選んでください。',
      en: 'Check the original, save it again with the program that made it, and choose that.',
    },
    file,
  })
}

export function tooLarge(file: string, limitBytes: number): UserError {
  const megabytes = Math.floor((limitBytes / 1024 / 1024) * 10) / 10
  return new UserError({
    code: 'file/too-large',
    message: { ja: `「${file}」は大きすぎます(${megabytes} MB まで)。`, en: `"${file}" is too large (up to ${megabytes} MB).` },
    action: {
      ja: '必要なページだけにするか、画像を小さくして選んでください。',
      en: 'Keep only the pages needed, or make the pictures smaller.',
    },
    file,
  })
}

export function empty(file: string): UserError {
  return new UserError({
    code: 'file/empty',
    message: { ja: `「${file}」は空です。`, en: `"${file}" is empty.` },
    action: { ja: '中身のあるファイルを選んでください。', en: 'Choose a file with something in it.' },
    file,
  })
}

export function noSuchFile(): UserError {
  return new UserError({
    code: 'file/not-found',
    message: { ja: 'このファイルは見つかりません。', en: 'This file is not there.' },
    action: { ja: '一覧を開き直してください。', en: 'Open the list again.' },
  })
}

export function damagedFile(sha256: string): UserError {
  return new UserError({
    code: 'file/damaged',
    message: {
      ja: `保管していたファイルの中身が、預かったときと変わっています(SHA-256 ${sha256.slice(0, 16)}…)。`,
      en: `The stored file is not what was taken in (SHA-256 ${sha256.slice(0, 16)}…).`,
    },
    action: {
      ja: 'バックアップから戻すよう、「みまもり」を管理している人に伝えてください。',
      en: 'Tell the one who keeps Mimamori, to bring it back from a backup.',
    },
  })
}
