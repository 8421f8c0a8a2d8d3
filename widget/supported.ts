/**
 * False in browsers that lack what the script needs: Chromium before 120, Firefox before 124, Safari before 17.4. The tag then keeps the
 * link inside it.
 */
export const isSupported = "canParse" in URL && "any" in AbortSignal;
