function call(namespace, method, ...args) {
  return new Promise((resolve) => chrome[namespace][method](...args, resolve));
}
call("tabs", "query", {}).then(console.log);
