export default defineBackground(() => {
  const settings = { splitChunks: {} };
  console.log(settings);
});
