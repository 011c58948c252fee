package umbra.app;

import umbra.app.preference.UserFolders;
import umbra.app.review.Scanner;
import umbra.deid.profile.ProfileStore;
import umbra.job.ComputePool;
import umbra.pixel.codec.Codecs;
import umbra.pixel.codec.FrameReader;
import umbra.workspace.release.ReleaseParts;
import umbra.workspace.source.SourceFiles;

/// What the screens need of the rest of the program; `umbra.Main` puts it together.
///
/// @param scanner the text engine of this installation
/// @param release plans, writes and checks versions
/// @param heap the most bytes this process may take
public record Parts(SourceFiles files, ComputePool compute, Codecs codecs, FrameReader.Streams streams, UserFolders folders, ProfileStore profiles, Scanner scanner, ReleaseParts release, long heap) {}
