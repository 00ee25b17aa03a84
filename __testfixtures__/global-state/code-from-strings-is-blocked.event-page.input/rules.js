function run(rule) {
  return eval(rule);
}
