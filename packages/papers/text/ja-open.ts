/** 聞くこと・確かめること。 */
export const jaOpen = {
  open: {
    title: '聞くこと・確かめること',
    lead: 'まだ分かっていないことの一覧です。分かったら答えの欄に書き、画面に写してください。',
    none: 'いま、聞くことも確かめることもありません。',
    ofVendor: '{vendor}に聞くこと',
    ofSome: '事業者に聞くこと(どの会社に聞くか、決めてください)',
    ofHouse: '{us}で確かめること',
    question: '聞くこと・確かめること',
    since: '書いた日',
    asked: '聞いた日',
    answer: '答え',
    also: 'あわせて、次のことも教えてください。',
    item: '{number} {question}',
    facts: {
      vendor: '「{system}」は、どの会社にお願いしていますか',
      contract: '「{system}」の保守契約はありますか',
      remoteMaintenance: '「{system}」を、院外から操作したり点検したりすることはありますか',
      backup: '「{system}」の控え(バックアップ)は、どう取っていますか',
      alsoClinic: '診療所の届出もありますか',
      advancedTreatment: '特定機能病院ですか',
      chartPcBrowsesInternet: '電子カルテのPCで、ホームページが開けますか',
      guestWifi: '患者さん用のWi-Fiはありますか',
      vendorPlacedEquipment: '会社が置いていった通信機器はありますか',
    },
  },
}
