function withPromises(api) {
  return { ...api };
}
