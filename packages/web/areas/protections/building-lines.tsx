/** The house itself: fence with its gate, letter box, corridor with a guard, office with lock and camera, safe. */
export function BuildingLines() {
  return (
    <g className="building-lines">
      <path d="M8 300H712" />
      <g data-part="gate">
        <path d="M24 300V190M108 300V190M24 206H58M74 206H108M24 270H58M74 270H108M41 206V270M91 206V270M58 196V284M74 196V284" />
      </g>
      <g data-part="letter-box">
        <path d="M150 300V236M190 300V236M144 186H196V236H144ZM154 204H186M160 220H180" />
      </g>
      <path d="M214 300V76L462 30L704 76V300M214 76H704" />
      <g data-part="guard">
        <circle cx="272" cy="186" r="15" />
        <path d="M258 178H286M272 201V258M272 216L250 240M272 216L294 240M272 258L256 300M272 258L288 300" />
      </g>
      <path d="M336 76V300M570 76V300" />
      <g data-part="office-door">
        <path d="M352 300V160H404V300M362 226H394V252H362ZM368 226V216A10 10 0 0 1 388 216V226M378 236V243" />
      </g>
      <g data-part="office">
        <path d="M430 300V262H548V300M462 262V222H522V262M484 262H500" />
      </g>
      <g data-part="camera">
        <path d="M548 76V154M548 154H524M524 142L490 152L494 170L528 160ZM490 154L480 164" />
      </g>
      <g data-part="safe">
        <path d="M592 300V190H688V300ZM604 202H676V288H604Z" />
        <circle cx="640" cy="245" r="18" />
        <path d="M640 227V263M622 245H658" />
      </g>
    </g>
  )
}
