/** The map of the network on paper. */
export const jaMap = {
  map: {
    title: 'ネットワークの地図',
    confirmed: '確かめた日 {on}',
    confirmedNever: '確かめた日の記録は、まだありません。',
    unknowns: 'わからないところ {n}か所',
    unknownsNone: 'わからないところはありません。',
    tile: '{of}枚のうち{n}枚目(上から{row}段目・左から{column}枚目)',
    join: 'この線で{n}枚目と重ねます',
  },
}
