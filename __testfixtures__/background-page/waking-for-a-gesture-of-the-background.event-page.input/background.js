function allow() {
  ask(['tabs']);
}

function ask(permissions) {
  browser.permissions.request({ permissions });
}

function start() {}
