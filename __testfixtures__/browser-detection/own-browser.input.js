function check(browser) {
  const isFirefox = typeof browser !== "undefined";
  return isFirefox;
}
check();
