/** Pixels for each unit of the drawing: sharp enough for a slide. */
const scale = 2

/** The drawing as a picture; throws where the browser cannot draw it. */
export async function pictureOf(svg: Blob, { width, height }: { readonly width: number; readonly height: number }): Promise<Blob> {
  const address = URL.createObjectURL(svg)
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    const ratio = (image.naturalHeight || height) / (image.naturalWidth || width)
    canvas.width = Math.round(width * scale)
    canvas.height = Math.round(width * ratio * scale)
    const pen = canvas.getContext('2d')
    if (!pen) throw new Error('the browser has no drawing')
    pen.fillStyle = '#ffffff'
    pen.fillRect(0, 0, canvas.width, canvas.height)
    pen.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((done, failed) => {
      canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('no picture came'))), 'image/png')
    })
  } finally {
    URL.revokeObjectURL(address)
  }
}
