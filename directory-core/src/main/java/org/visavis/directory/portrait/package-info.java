/**
 * Makes portraits of whatever photograph people hand in: decoded with little memory, turned
 * upright, cropped square, and written anew in several sizes without anything that the file said
 * beside the picture. Start with {@link org.visavis.directory.portrait.PortraitProcessor}. Not a
 * library for images in general.
 *
 * <p>JPEG and PNG are read by the Java platform. WebP needs {@code
 * com.twelvemonkeys.imageio:imageio-webp}, an optional dependency; without it WebP is refused.
 */
@NullMarked
package org.visavis.directory.portrait;

import org.jspecify.annotations.NullMarked;
