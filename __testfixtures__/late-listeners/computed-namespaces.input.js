async function start() {
  await browser.storage.local.get("log");
  for (const name of ["tabs", "windows"]) {
    browser[name].onCreated.addListener(() => console.log(name));
  }
  for (const [namespace, event] of Object.entries({ bookmarks: "onMoved", history: "onVisited" })) {
    browser[namespace][event].addListener(() => console.log(event));
  }
}

start();
