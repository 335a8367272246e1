/**
 * A drawing as PNG, `scale` times its natural size. NOTE: a picture made of SVG sees the faces of the machine alone, not those of
 * the page; Japanese Windows has BIZ UDPGothic, elsewhere the next in the list of the drawing is taken.
 */
export async function svgToPng(svg: string, scale: number): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = Math.ceil(image.naturalWidth * scale)
    canvas.height = Math.ceil(image.naturalHeight * scale)
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the drawing is too large for a picture'))), 'image/png')
    })
  } finally {
    URL.revokeObjectURL(address)
  }
}
