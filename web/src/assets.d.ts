// A file that the bundler copies beside the program; the import is its URL, relative to the importing bundle.
declare module "*.ttf" {
  const url: string;
  export default url;
}
