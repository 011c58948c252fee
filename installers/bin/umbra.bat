@echo off
rem Starts Umbra with a suitable Java: UMBRA_JAVA (a java program), JAVA_HOME, the PATH, or the usual places.
setlocal
set "HERE=%~dp0.."
set "JAVA=%UMBRA_JAVA%"
if not defined JAVA (
  if defined JAVA_HOME call :try "%JAVA_HOME%"
  for %%J in (java.exe) do if not "%%~$PATH:J"=="" call :try "%%~dp$PATH:J.."
  for /d %%H in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%USERPROFILE%\.jdks\*") do call :try "%%~H"
)
if not defined JAVA (
  echo umbra: needs Java 25 or later; none found in UMBRA_JAVA, JAVA_HOME, the PATH or the usual places. 1>&2
  exit /b 2
)
rem As in the starter umbra, but without archives of classes: installers/archive, which makes them, does not run here.
set "LIMIT="
if "%~1"=="" set "LIMIT=-Xmx420m"
if "%~1"=="open" set "LIMIT=-Xmx420m"
if "%~2"=="" if exist "%~1\*" set "LIMIT=-Xmx420m"
if "%~1"=="deidentify" set "LIMIT=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmn32m"
"%JAVA%" %LIMIT% %UMBRA_JAVA_OPTIONS% --enable-native-access=ALL-UNNAMED "-Dumbra.home=%HERE%" -cp "%HERE%\lib\*" umbra.Main %*
exit /b %ERRORLEVEL%

rem The release file of a Java tells its version without starting it. The inner loop keeps what is before the first dot, a number.
:try
if defined JAVA exit /b
if not exist "%~1\bin\java.exe" exit /b
if not exist "%~1\release" exit /b
for /f "tokens=2 delims==" %%V in ('findstr /b "JAVA_VERSION=" "%~1\release"') do (
  for /f "delims=." %%M in ("%%~V") do if %%M geq 25 set "JAVA=%~1\bin\java.exe"
)
exit /b
