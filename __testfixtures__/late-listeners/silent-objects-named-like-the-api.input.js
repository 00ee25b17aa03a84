class Emitter {
  listeners = [];
  addListener(listener) {
    this.listeners.push(listener);
  }
}
const model = { tabs: { onCreated: new Emitter() }, windows: { onRemoved: new Emitter() } };

async function start() {
  await fetch('data.json');
  model.tabs.onCreated.addListener(({ id }) => console.log('created', id));
  const { windows } = model;
  windows.onRemoved.addListener((id) => console.log('closed', id));
}
start();
