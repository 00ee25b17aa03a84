function asserted(): ImageData {
  const canvas = <HTMLCanvasElement>document.createElement('canvas');
  return canvas.getContext('2d')!.getImageData(0, 0, 8, 8);
}

function annotated(): ImageData {
  const canvas: HTMLCanvasElement = document.createElement('canvas');
  return canvas.getContext('2d')!.getImageData(0, 0, 8, 8);
}

function meant(): ImageData {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d') as CanvasRenderingContext2D;
  return context.getImageData(0, 0, 8, 8);
}

function plain(): ImageData {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d')!;
  return context.getImageData(0, 0, 8, 8);
}

chrome.runtime.onMessage.addListener((kind: string) => {
  console.log(kind === 'plain' ? plain() : kind === 'meant' ? meant() : kind === 'annotated' ? annotated() : asserted());
});
