import { says } from './says.ts'

/** Drawings of the network. */
export const mapTexts = {
  'map/not-drawio': says(
    'draw.ioの図ではないようです。',
    'This does not look like a drawing of draw.io.',
    'draw.io(diagrams.net)で「名前を付けて保存」した .drawio のファイルを選んでください。画像やPDFからは読めません。',
    'Choose a .drawio file as draw.io (diagrams.net) saves it. Pictures and PDF cannot be read.',
  ),
  'map/no-network': says(
    'この図には、ネットワークの機器や区画が見つかりませんでした。何も取り込んでいません。',
    'No device or zone of a network was found in this drawing. Nothing of it was taken.',
    '機器の箱に名前があり、区画の枠の中に置かれているか確かめてください。流れ図や組織図は読みません。',
    'See that boxes of devices have names and lie in frames of zones. Flow charts and organisation charts are not read.',
  ),
  'map/too-many': says(
    '図の部品が{limit}個を超えています。何も取り込んでいません。',
    'The drawing has more than {limit} parts. Nothing of it was taken.',
    '建物や階ごとに図を分けて、読み込んでください。',
    'Divide the drawing by building or floor, and read the parts.',
  ),
  'map/other-pages': says(
    '図には{count}枚のページがあります。「{name}」だけを読みました。',
    'The drawing has {count} pages. Only "{name}" was read.',
    'ほかのページを読むときは、そのページだけのファイルにしてください。',
    'To read another page, save it as a file of its own.',
  ),
  'map/circle': says(
    '枠「{name}」が、めぐりめぐって自分の中に入っています。枠の外にあるものとして読みました。',
    'The frame "{name}" lies within itself in a roundabout way. It was read as lying in no frame.',
    'draw.ioで、その枠をいったん外に出してから、置き直してください。',
    'Take that frame out in draw.io and put it in its place again.',
  ),
  'map/loose-line': says(
    '線の端が、どの箱にもつながっていません。この線は読みませんでした。',
    'A line ends at no box. It was not read.',
    'draw.ioで線の端を箱の上に置き、箱が光ったら離してください。',
    'In draw.io, draw the end of the line on to the box until the box lights up.',
  ),
} as const
