import type { Text } from '@mimamori/domain'

const alone: Text = { ja: 'ひとりでできます', en: 'You can do it alone' }

interface TaskWords {
  readonly title: Text
  readonly says: Text
  readonly who: Text
  readonly button: Text
}

/** Work that comes from the state of the set-up and of the calendar; what findings make is in the catalogue. */
export const homeTexts = {
  setup: {
    title: { ja: '10の質問に答える', en: 'Answer the ten questions' },
    says: { ja: '10の質問に答えると、今日やることが3つに絞られます。', en: 'Ten questions narrow today down to three things.' },
    who: alone,
    button: { ja: '始める', en: 'Begin' },
  },
  setupGoOn: {
    title: { ja: '10の質問の続きに答える', en: 'Go on with the ten questions' },
    says: { ja: '前回は質問{n}の手前まででした。', en: 'You stopped before question {n}.' },
    who: alone,
    button: { ja: '続ける', en: 'Go on' },
  },
  year: {
    title: { ja: '{year}を始める', en: 'Begin {year}' },
    says: {
      ja: '昨年度の回答は閉じて保管し、同じ内容の項目には候補として写します。確認日は写しません。',
      en: 'Last year is closed and kept. Answers to the same questions are proposed; check dates are not carried over.',
    },
    who: alone,
    button: { ja: '年度を始める', en: 'Begin the year' },
  },
  edition: {
    title: { ja: '{edition}の設問を読み込む', en: 'Load the questions of the {edition}' },
    says: {
      ja: '{edition}の設問は、まだこのPCに入っていません。厚生労働省のExcelを選ぶと使えます。手元になければ、{used}で先に進められます。',
      en: 'The questions of the {edition} are not loaded yet. Choose the Excel of the ministry, or go on with the {used}.',
    },
    who: alone,
    button: { ja: 'Excelを選ぶ', en: 'Choose the Excel' },
  },
  manager: {
    title: { ja: '安全管理責任者を決める', en: 'Appoint the safety manager' },
    says: {
      ja: '医療情報システム安全管理責任者の名前を入れます。{head}が兼ねても構いません。',
      en: 'Enter who is responsible for the safety of the systems. It may be {head}.',
    },
    who: { ja: '{head}と相談', en: 'With {head}' },
    button: { ja: '名前を入れる', en: 'Enter the name' },
  },
  contactChart: {
    title: { ja: '非常時の連絡先を印刷して電話の横に貼る', en: 'Print the emergency contacts and put them beside the telephone' },
    says: {
      ja: '困ったとき誰に電話するかの1枚です。番号は手で書き足せます。',
      en: 'One sheet that says whom to call. Numbers can be added by hand.',
    },
    who: alone,
    button: { ja: '印刷する', en: 'Print' },
  },
} as const satisfies Readonly<Record<string, TaskWords>>

/** Work that somebody has taken on. */
export const takenTexts = {
  own: {
    says: {
      ja: '自分で引き受けたことです。進めたら、ひとこと残しましょう。',
      en: 'You have taken this on. Leave a word when it has moved.',
    },
    who: { ja: '引き受けた人', en: 'Whoever took it on' },
    button: { ja: '開く', en: 'Open' },
  },
  confirm: {
    says: {
      ja: '{vendor}から「済みました」と連絡がありました。確かめて閉じましょう。',
      en: '{vendor} says that it is done. Check it and close it.',
    },
    who: alone,
    button: { ja: '確かめる', en: 'Check' },
  },
} as const satisfies Readonly<Record<string, Omit<TaskWords, 'title'>>>

/** The task of empty items has a day to be done by once an inspection is announced. */
export const beforeInspection = {
  title: { ja: '検査までに埋める欄を書く(あと{n}か所)', en: 'Fill in what is empty before the inspection ({n} left)' },
  says: {
    ja: '「いいえ」のままで構いません。日付と回答が入っていることが大切です〔要確認〕。',
    en: 'A no is fine. What matters is that date and answer are there (to be confirmed).',
  },
} as const satisfies Record<string, Text>

export const resumeTexts = {
  setup: { ja: '前回の続き:質問{n}', en: 'Where you stopped: question {n}' },
  item: { ja: '前回の続き:{number} {title}', en: 'Where you stopped: {number} {title}' },
} as const satisfies Record<string, Text>

export const waitingTexts = {
  sheet: { ja: '確認用シートの返事', en: 'Answer to the sheet' },
  task: { ja: '渡したやること:{title}', en: 'Task handed over: {title}' },
  response: { ja: '知らせた更新:{title}', en: 'Update asked for: {title}' },
} as const satisfies Record<string, Text>

export const dayEndTexts = {
  done: {
    answered: { ja: 'チェックリストに{n}項目答えました。', en: 'Items answered: {n}.' },
    putOff: { ja: '{n}項目を、聞くこと・あとで答えることにしました。', en: 'Items put aside to ask or to answer later: {n}.' },
    requests: { ja: '事業者とのやりとりを{n}件残しました。', en: 'Steps with vendors recorded: {n}.' },
    evidence: { ja: '根拠資料を{n}件付けました。', en: 'Pieces of evidence added: {n}.' },
    ticks: { ja: '作業カードの手順を{n}件終えました。', en: 'Steps of work cards done: {n}.' },
  },
  next: {
    inspection: { ja: '立入検査', en: 'Inspection' },
    promised: { ja: '{vendor}が返事を約束した日', en: '{vendor} has promised an answer' },
    target: { ja: '{number} {title}の目標日', en: 'Target of {number} {title}' },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Text>>>>
