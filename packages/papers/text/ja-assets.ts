/** The list of devices and the labels to stick on them. */
export const jaAssets = {
  assets: {
    listTitle: '機器の一覧',
    labelsTitle: '機器に貼るラベル',
    lead: '{day}の内容です。全部で{count}台あります。',
    none: '一覧に載る機器はありません。',
    name: '機器名',
    kind: '種類',
    tag: '管理番号',
    room: '設置場所',
    owner: '管理者',
    vendor: '事業者',
    support: 'サポート終了日',
    checked: '確認',
    group: '{name}({count}台)',
    number: '照合番号 {number}',
    unlisted: '登録前',
  },
}
